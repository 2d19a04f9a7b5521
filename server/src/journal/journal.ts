/**
 * What this process has begun of what it claimed, sends and tasks, where another finds it when this one has died
 * (docs/adr/0010-a-journal-of-what-was-begun.md).
 *
 * A file of slots, each the id and the attempt of one request, used again when it is settled. What was written is in the kernel's
 * hands: it outlives the process and not the machine, so a journal of another boot says nothing. A socket beside it tells whether its
 * process lives, in whatever container that is.
 */
import { randomBytes } from "node:crypto";
import { closeSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import path from "node:path";
import type { Logger } from "pino";
import {
  bootId,
  HEADER_BYTES,
  headerOf,
  MAX_SOCKET_PATH,
  SLOT_BYTES,
  socketOf,
  writeSlot,
} from "./journal-file.ts";

export interface Journal {
  /** A number that claims carry (messages.sending_by, tasks.running_by); null: nothing is noted. */
  readonly key: string | null;
  /**
   * The next thing that happens is the request. @param id of the message or task @param attempt its number, from 1
   * @throws when it can't be noted, nor the journal be given up: then the request must not be made
   */
  begin(id: string, attempt: number): void;
  /** What became of this attempt is saved, whether it began or not. */
  end(id: string, attempt: number): void;
  /** When nothing of this process is on its way any more. Safe to call twice. */
  close(): Promise<void>;
}

export const NO_JOURNAL: Journal = {
  key: null,
  begin() {},
  end() {},
  async close() {},
};

/** Longer than anything is on its way that was claimed with a journal. */
const CLAIMS_OVER_MS = 60_000;

/**
 * @param write for tests
 * @returns NO_JOURNAL where none can be kept: its process's claims are uncertain when it dies, as if all had begun
 */
export async function openJournal(
  folder: string,
  log: Pick<Logger, "warn">,
  write: typeof writeSync = writeSync,
): Promise<Journal> {
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
    log.warn({ err: error }, "no journal: what is claimed when this process dies will be uncertain");
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

class FileJournal implements Journal {
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
    if (performance.now() - this.stuckAt < CLAIMS_OVER_MS) throw new Error("the journal is stuck");
    if (this.broken) return;
    const slot = this.slots.get(id)?.slot ?? this.free.pop() ?? this.slots.size;
    this.slots.set(id, { slot, attempt });
    writeSlot(this.record, { id, attempt });
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
      this.log.warn({ err }, "the journal could not be taken away"),
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
    this.log.warn({ err: error }, "the journal can't be written: it is given up");
    try {
      ftruncateSync(this.file, 0);
    } catch (err) {
      this.stuckAt = performance.now();
      throw new Error("the journal can't be emptied either", { cause: err });
    }
  }
}
