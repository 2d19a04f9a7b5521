/** How a journal looks on the disk: a header and slots of one size, a socket beside it, and a note of its death. */
import type { BigIntStats } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { formatUuid } from "../db/ids.ts";

export const HEADER_BYTES = 128;
/** A uuid, and a number of 32 bits. */
export const SLOT_BYTES = 20;
/** Of a socket's path (Linux has room for 108); a longer one would be cut without a word. */
export const MAX_SOCKET_PATH = 100;

/** Something that goes out, by the id of its row and the number of the attempt, from 1. */
export interface Begun {
  id: string;
  attempt: number;
}

/** Where the journals of the processes that use this folder for their data are. */
export const journalFolder = (dataDir: string): string => path.join(dataDir, "journals");

/**
 * With its place, as this machine sees it: in a copy of the folder, and where the same disk is mounted a second time, a socket that
 * somebody listens at can't be asked.
 */
export const headerOf = (boot: string, { dev, ino }: BigIntStats): string =>
  `hilo-journal/1 ${boot} ${dev} ${ino}\n`.padEnd(HEADER_BYTES, " ");

/** Somebody listens at it as long as the process lives. */
export const socketOf = (file: string): string => `${file}.sock`;

/** Its age is how long the process has been known to be dead. */
export const deathOf = (file: string): string => `${file}.dead`;

/** Of this start of the machine; null where the system does not say (only Linux does). */
export async function bootId(): Promise<string | null> {
  const id = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
  return /^[0-9a-f-]{36}$/.test(id.trim()) ? id.trim() : null;
}

export function writeSlot(buffer: Buffer, { id, attempt }: Begun): void {
  buffer.write(id.replaceAll("-", ""), 0, "hex");
  buffer.writeUInt32BE(attempt, 16);
}

/** What stands in the slots that were ever written. */
export function readSlots(bytes: Buffer): Begun[] {
  const count = Math.floor((bytes.length - HEADER_BYTES) / SLOT_BYTES);
  return Array.from({ length: count }, (_, slot) => {
    const at = HEADER_BYTES + slot * SLOT_BYTES;
    return { id: formatUuid(bytes.subarray(at, at + 16)), attempt: bytes.readUInt32BE(at + 16) };
  });
}
