/**
 * Which sends this process has begun, where another finds it when this one has died: what a dead process had claimed and not begun is
 * sent, what it had begun is uncertain (docs/adr/0010-a-journal-of-sends.md).
 *
 * A file of slots, each the id and the attempt of one send, used again when the send is settled. What was written is in the kernel's
 * hands: it outlives the process and not the machine, so a journal of another boot says nothing. A socket beside it tells whether its
 * process lives, in whatever container that is.
 */
import { randomBytes } from "node:crypto";
import { closeSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import path from "node:path";
import type { Logger } from "pino";

export interface SendJournal {
  /** A number that claims carry (messages.sending_by); null: nothing is noted. */
  readonly key: string | null;
  /** The next thing that happens is the request. @param id of the message @param attempt its number, from 1 */
  begin(id: string, attempt: number): void;
  /** What became of it is saved. Of a send that never began, too. */
  end(id: string): void;
  /** When nothing of this process is on its way any more. */
  close(): Promise<void>;
}

export const NO_JOURNAL: SendJournal = {
  key: null,
  begin() {},
  end() {},
  async close() {},
};

const HEADER_BYTES = 64;
/** A uuid, and a number of 32 bits. */
const SLOT_BYTES = 20;
/** Of a socket's path (Linux has room for 108); a longer one would be cut without a word. */
const MAX_SOCKET_PATH = 100;
/** Of other boots: their machine may be a neighbour's that still writes. */
const FOREIGN_MS = 24 * 3_600_000;

/** With its place on the disk: a copy of the folder speaks of processes that nobody can ask. */
const headerOf = (boot: string, inode: bigint): string =>
  `hilo-sends/1 ${boot} ${inode.toString(36)}\n`.padEnd(HEADER_BYTES, " ");
const socketOf = (file: string): string => `${file}.sock`;
const hexOf = (id: string): string => id.replaceAll("-", "");

/** Where the journals of the processes that use this folder for their data are. */
export const sendJournals = (dataDir: string): string => path.join(dataDir, "sends");

/** Of this start of the machine; null where the system does not say (only Linux does). */
export async function bootId(): Promise<string | null> {
  const id = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
  return /^[0-9a-f-]{36}$/.test(id.trim()) ? id.trim() : null;
}

/**
 * @param write for tests
 * @returns NO_JOURNAL where none can be kept: its process's claims are uncertain when it dies, as if all had begun
 */
export async function openSendJournal(
  folder: string,
  log: Pick<Logger, "warn">,
  write: typeof writeSync = writeSync,
): Promise<SendJournal> {
  const boot = await bootId();
  if (boot === null) return NO_JOURNAL;
  const key = String(randomBytes(6).readUIntBE(0, 6));
  const file = path.resolve(folder, key);
  try {
    if (Buffer.byteLength(socketOf(file)) > MAX_SOCKET_PATH)
      throw new Error(`a socket's path has ${MAX_SOCKET_PATH} bytes at most: ${socketOf(file)}`);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // Alive before there is anything to find.
    const sign = await listen(socketOf(file));
    return new FileJournal(key, file, await create(file, boot), sign, log, write);
  } catch (error) {
    log.warn({ err: error }, "no journal of sends: what is claimed when this process dies will be uncertain");
    return NO_JOURNAL;
  }
}

function listen(at: string): Promise<Server> {
  const sign = createServer((caller) => caller.destroy()).unref();
  return new Promise((resolve, reject) => sign.once("error", reject).listen(at, () => resolve(sign)));
}

/** Never seen without its header. */
async function create(file: string, boot: string): Promise<number> {
  const unready = `${file}.new`;
  await writeFile(unready, "", { mode: 0o600, flag: "wx" });
  const { ino } = await stat(unready, { bigint: true });
  await writeFile(unready, headerOf(boot, ino), { flag: "r+" });
  await rename(unready, file);
  return openSync(file, "r+");
}

class FileJournal implements SendJournal {
  private readonly slots = new Map<string, number>();
  private readonly free: number[] = [];
  private readonly record = Buffer.alloc(SLOT_BYTES);
  private broken = false;

  constructor(
    private readonly name: string,
    private readonly at: string,
    private readonly file: number,
    private readonly sign: Server,
    private readonly log: Pick<Logger, "warn">,
    private readonly write: typeof writeSync,
  ) {}

  get key(): string | null {
    return this.broken ? null : this.name;
  }

  begin(id: string, attempt: number): void {
    if (this.broken) return;
    const slot = this.slots.get(id) ?? this.free.pop() ?? this.slots.size;
    this.slots.set(id, slot);
    this.record.write(hexOf(id), 0, "hex");
    this.record.writeUInt32BE(attempt, 16);
    try {
      this.write(this.file, this.record, 0, SLOT_BYTES, HEADER_BYTES + slot * SLOT_BYTES);
    } catch (error) {
      this.giveUp(error);
    }
  }

  end(id: string): void {
    const slot = this.slots.get(id);
    if (slot === undefined) return;
    this.slots.delete(id);
    this.free.push(slot);
  }

  async close(): Promise<void> {
    await rm(this.at, { force: true });
    this.broken = true;
    closeSync(this.file);
    await new Promise((resolve) => this.sign.close(resolve));
  }

  /** A journal without its header is none: what it does not know must not be taken for not begun. */
  private giveUp(error: unknown): void {
    this.broken = true;
    this.log.warn({ err: error }, "the journal of sends can't be written: it is given up");
    try {
      ftruncateSync(this.file, 0);
    } catch (err) {
      this.log.warn({ err }, "the journal of sends can't be emptied either");
    }
  }
}

export interface AbandonedJournal {
  key: string;
  /** What its process had begun; some of it may be settled long ago. */
  begun: { id: string; attempt: number }[];
  /** Since somebody saw first that it is dead. */
  deadForMs: number;
  remove(): Promise<void>;
}

/** Journals of this boot whose process is dead beyond doubt. */
export async function abandonedJournals(folder: string): Promise<AbandonedJournal[]> {
  const boot = await bootId();
  const names = await readdir(folder).catch(() => []);
  const found: AbandonedJournal[] = [];
  for (const key of names.filter((name) => /^\d+$/.test(name))) {
    const file = path.join(folder, key);
    // Dead first, then read: nobody writes any more.
    const dead = await isDead(socketOf(file));
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    const remove = () => removeAll(file);
    const ours = boot !== null && (await isOf(boot, file, bytes));
    if (ours && dead) found.push({ key, begun: recordsOf(bytes), deadForMs: await deadForMs(file), remove });
    else if (!ours && (await isOlderThan(file, FOREIGN_MS))) await remove();
  }
  return found;
}

const isOf = (boot: string, file: string, bytes: Buffer): Promise<boolean> =>
  stat(file, { bigint: true }).then(
    ({ ino }) => bytes.toString("latin1", 0, HEADER_BYTES) === headerOf(boot, ino),
    () => false,
  );

const deathOf = (file: string): string => `${file}.dead`;

/** Written down, so that it counts through any number of processes that die, too. */
async function deadForMs(file: string): Promise<number> {
  await writeFile(deathOf(file), "", { flag: "wx" }).catch(() => undefined);
  return stat(deathOf(file)).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
}

async function removeAll(file: string): Promise<void> {
  for (const each of [file, socketOf(file), deathOf(file)]) await rm(each, { force: true });
}

const isOlderThan = (file: string, ms: number): Promise<boolean> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs < Date.now() - ms,
    () => false,
  );

/** Only a refused connection says so: a socket that is not there or may not be opened says nothing. */
function isDead(at: string): Promise<boolean> {
  return new Promise((resolve) => {
    const call = connect(at, () => {
      call.destroy();
      resolve(false);
    });
    call.once("error", (error) => resolve("code" in error && error.code === "ECONNREFUSED"));
  });
}

function recordsOf(bytes: Buffer): AbandonedJournal["begun"] {
  const count = Math.floor((bytes.length - HEADER_BYTES) / SLOT_BYTES);
  return Array.from({ length: count }, (_, slot) => {
    const at = HEADER_BYTES + slot * SLOT_BYTES;
    return { id: idOf(bytes.toString("hex", at, at + 16)), attempt: bytes.readUInt32BE(at + 16) };
  });
}

const idOf = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
