/**
 * Which sends this process has begun, where another finds it when this one has died: what a dead process had claimed and not begun is
 * sent, what it had begun is uncertain (docs/adr/0010-a-journal-of-sends.md).
 *
 * A file of slots, each the id and the attempt of one send, used again when the send is settled. What was written is in the kernel's
 * hands: it outlives the process and not the machine, so a journal of another boot says nothing. A socket beside it tells whether its
 * process lives, in whatever container that is.
 */
import { randomBytes } from "node:crypto";
import { type BigIntStats, closeSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import path from "node:path";
import type { Logger } from "pino";

export interface SendJournal {
  /** A number that claims carry (messages.sending_by); null: nothing is noted. */
  readonly key: string | null;
  /**
   * The next thing that happens is the request. @param id of the message @param attempt its number, from 1
   * @throws when it can't be noted, nor the journal be given up: then the request must not be made
   */
  begin(id: string, attempt: number): void;
  /** What became of this attempt is saved, whether it began or not. */
  end(id: string, attempt: number): void;
  /** When nothing of this process is on its way any more. Safe to call twice. */
  close(): Promise<void>;
}

export const NO_JOURNAL: SendJournal = {
  key: null,
  begin() {},
  end() {},
  async close() {},
};

const HEADER_BYTES = 128;
/** A uuid, and a number of 32 bits. */
const SLOT_BYTES = 20;
/** Of a socket's path (Linux has room for 108); a longer one would be cut without a word. */
const MAX_SOCKET_PATH = 100;
/** What no machine can make use of, or only one that writes to it still: the files of other boots, and what is left of others. */
const LEFT_OVER_MS = 30 * 24 * 3_600_000;
/** Longer than anything is on its way that was claimed with a journal. */
const CLAIMS_OVER_MS = 60_000;

/**
 * With its place, as this machine sees it: in a copy of the folder, and where the same disk is mounted a second time, a socket that
 * somebody listens at can't be asked.
 */
const headerOf = (boot: string, { dev, ino }: BigIntStats): string =>
  `hilo-sends/1 ${boot} ${dev} ${ino}\n`.padEnd(HEADER_BYTES, " ");
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
  // Afterwards, too: what goes wrong with one caller is nobody's end.
  return new Promise((resolve, reject) => sign.on("error", reject).listen(at, () => resolve(sign)));
}

/** Never seen without its header. */
async function create(file: string, boot: string): Promise<number> {
  const unready = `${file}.new`;
  await writeFile(unready, "", { mode: 0o600, flag: "wx" });
  const place = await stat(unready, { bigint: true });
  await writeFile(unready, headerOf(boot, place), { flag: "r+" });
  await rename(unready, file);
  return openSync(file, "r+");
}

class FileJournal implements SendJournal {
  private readonly slots = new Map<string, { slot: number; attempt: number }>();
  private readonly free: number[] = [];
  private readonly record = Buffer.alloc(SLOT_BYTES);
  private broken = false;
  /** When it could not even be emptied: what was claimed with it before must not begin unnoted. */
  private stuckAt = Number.NEGATIVE_INFINITY;
  private closing: Promise<void> | null = null;

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
    if (performance.now() - this.stuckAt < CLAIMS_OVER_MS) throw new Error("the journal of sends is stuck");
    if (this.broken) return;
    const slot = this.slots.get(id)?.slot ?? this.free.pop() ?? this.slots.size;
    this.slots.set(id, { slot, attempt });
    this.record.write(hexOf(id), 0, "hex");
    this.record.writeUInt32BE(attempt, 16);
    try {
      const written = this.write(this.file, this.record, 0, SLOT_BYTES, HEADER_BYTES + slot * SLOT_BYTES);
      if (written !== SLOT_BYTES) throw new Error(`${written} of ${SLOT_BYTES} bytes were written`);
    } catch (error) {
      this.giveUp(error);
    }
  }

  end(id: string, attempt: number): void {
    const held = this.slots.get(id);
    if (held?.attempt !== attempt) return;
    this.slots.delete(id);
    this.free.push(held.slot);
  }

  close(): Promise<void> {
    this.closing ??= this.closeOnce().catch((err: unknown) =>
      this.log.warn({ err }, "the journal of sends could not be taken away"),
    );
    return this.closing;
  }

  private async closeOnce(): Promise<void> {
    this.broken = true;
    await rm(this.at, { force: true });
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
      this.stuckAt = performance.now();
      throw new Error("the journal of sends can't be emptied either", { cause: err });
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
  const names: string[] = await readdir(folder).catch(() => []);
  const found: AbandonedJournal[] = [];
  for (const key of names) {
    const file = path.join(folder, key);
    if (!/^\d+$/.test(key)) {
      if (!names.includes(baseOf(key)) && (await isLeftOver(file))) await rm(file, { force: true });
      continue;
    }
    // Dead first, then read: nobody writes any more.
    const dead = await isDead(socketOf(file));
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    const remove = () => removeAll(file);
    const ours = boot !== null && (await isOf(boot, file, bytes));
    if (ours && dead) found.push({ key, begun: recordsOf(bytes), deadForMs: await deadForMs(file), remove });
    else if (!ours && (await isLeftOver(file))) await remove();
  }
  return found;
}

const isOf = (boot: string, file: string, bytes: Buffer): Promise<boolean> =>
  stat(file, { bigint: true }).then(
    (place) => bytes.toString("latin1", 0, HEADER_BYTES) === headerOf(boot, place),
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

/** Of a socket, a death, a file that was never ready: the journal it belongs to. */
const baseOf = (name: string): string => name.replace(/\..*$/, "");

const isLeftOver = (file: string): Promise<boolean> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs < Date.now() - LEFT_OVER_MS,
    () => false,
  );

/** Only a refused connection says so: a socket that is not there or may not be opened says nothing. */
function isDead(at: string): Promise<boolean> {
  return new Promise((resolve) => {
    if (Buffer.byteLength(at) > MAX_SOCKET_PATH) return resolve(false);
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
