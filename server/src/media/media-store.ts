/** Files on disk, each under the hash of its bytes in its workspace's folder. No name from outside is ever part of a path. */
import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Meta's own bound for any file. */
export const MAX_MEDIA_BYTES = 100 * 1024 * 1024;

/** `too-large`, `disk-full` or `empty`. */
export class MediaRefused extends Error {
  override name = "MediaRefused";
  constructor(
    readonly code: "too-large" | "disk-full" | "empty",
    message: string,
  ) {
    super(message);
  }
}

/** A file that was taken in and has no place yet: `keep` or `drop` it. */
export interface TakenFile {
  path: string;
  size: number;
  sha256: Buffer;
}

/** No download lasts so long (fetch-media.ts), and no upload is silent so long. */
const ABANDONED_MS = 3_600_000;

const KEY = /^[0-9a-f-]{36}\/[0-9a-f]{2}\/[0-9a-f]{64}$/;

export class MediaStore {
  private readonly root: string;

  /** @param dataDir absolute */
  constructor(dataDir: string) {
    this.root = path.join(dataDir, "media");
  }

  /** Reads the source to its end. @throws MediaRefused, or the source's own error; nothing is left behind then */
  async take(source: AsyncIterable<Uint8Array>, maxBytes = MAX_MEDIA_BYTES): Promise<TakenFile> {
    const dir = path.join(this.root, "incoming");
    const file = path.join(dir, randomUUID());
    const hash = createHash("sha256");
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        if (size > maxBytes) return done(tooLarge(maxBytes));
        hash.update(chunk);
        done(null, chunk);
      },
    });
    try {
      await mkdir(dir, { recursive: true, mode: 0o700 });
      await pipeline(source, measure, createWriteStream(file, { mode: 0o600 }));
    } catch (error) {
      await rm(file, { force: true });
      throw isFull(error) ? diskFull() : error;
    }
    if (size === 0) {
      await rm(file, { force: true });
      throw new MediaRefused("empty", "The file is empty.");
    }
    return { path: file, size, sha256: hash.digest() };
  }

  /** Its place in the workspace. The same bytes have the same place. */
  keyOf(workspaceId: string, { sha256 }: Pick<TakenFile, "sha256">): string {
    const hex = sha256.toString("hex");
    return `${workspaceId}/${hex.slice(0, 2)}/${hex}`;
  }

  async keep({ path: from }: TakenFile, key: string): Promise<void> {
    const to = this.pathOf(key);
    try {
      await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
      await rename(from, to);
    } catch (error) {
      // A transaction that is tried again has moved it already.
      if (await this.has(key)) return;
      await rm(from, { force: true });
      throw isFull(error) ? diskFull() : error;
    }
  }

  /** What a process that died was taking in. @param olderThanMs since its last byte; a file that lives is written to all the time. @returns how many files went */
  async sweepIncoming(olderThanMs = ABANDONED_MS): Promise<number> {
    const dir = path.join(this.root, "incoming");
    const names = await readdir(dir).catch(() => []);
    let removed = 0;
    for (const file of names.map((name) => path.join(dir, name))) {
      const found = await stat(file).catch(() => null);
      // Another process may have moved or swept it meanwhile.
      if (found === null || Date.now() - found.mtimeMs < olderThanMs) continue;
      await rm(file, { force: true });
      removed += 1;
    }
    return removed;
  }

  async drop({ path: file }: TakenFile): Promise<void> {
    await rm(file, { force: true });
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async has(key: string): Promise<boolean> {
    return stat(this.pathOf(key)).then(
      (found) => found.isFile(),
      () => false,
    );
  }

  /** @throws Error for what is no key of ours */
  pathOf(key: string): string {
    if (!KEY.test(key)) throw new Error("not a storage key");
    return path.join(this.root, key);
  }
}

const tooLarge = (maxBytes: number) =>
  new MediaRefused("too-large", `The file is larger than ${Math.round(maxBytes / 1_048_576)} MB.`);

const diskFull = () =>
  new MediaRefused(
    "disk-full",
    "The disk of this server is full: make room in the folder HILO_DATA_DIR names.",
  );

function isFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");
}
