// Ids: time-ordered and random for rows the application makes, derived from a name for what a step makes.

import { hash, randomFillSync } from "node:crypto";

/** Rows that belong to no workspace (a delivery for an unknown channel) carry this one. */
export const NO_WORKSPACE = "00000000-0000-0000-0000-000000000000";

// Random bytes are drawn by the page: one call to the system for 256 ids.
const pool = Buffer.alloc(4096);
let used = pool.length;
let lastMs = 0;
let counter = 0;

/** @param bytes sixteen */
export function formatUuid(bytes: Buffer): string {
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/**
 * UUID version 7 (RFC 9562): milliseconds, a 12-bit counter within the millisecond, 62 random bits.
 * Ids made by one process sort in the order they were made, which keeps B-tree inserts at the right edge.
 */
export function newId(now: number = Date.now()): string {
  if (used + 16 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = Buffer.from(pool.subarray(used, used + 16));
  used += 16;
  if (now > lastMs) {
    lastMs = now;
    counter = 0;
  } else {
    counter += 1;
    // More than 4,096 in a millisecond, or a clock set back: go on from the last time instead of repeating.
    if (counter > 0xfff) {
      lastMs += 1;
      counter = 0;
    }
  }
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return formatUuid(bytes);
}

/**
 * The same id for the same name, always: a step that runs twice names the same rows.
 * UUID version 8 (RFC 9562, own layout): the first 122 bits of the SHA-256 of the name.
 */
export function deterministicId(name: string): string {
  const hex = hash("sha256", name, "hex");
  const variant = (Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant.toString(16)}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** SHA-256 of what makes a delivery unique at its source, for `InboxEvent.providerKey`. */
export function providerKey(...parts: string[]): Buffer {
  // Length-prefixed, so that ("ab", "c") and ("a", "bc") differ.
  const name = parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join("");
  return hash("sha256", name, "buffer");
}

/** Conversations are dealt over this many shards; a drain locks one shard at a time. */
export const SHARDS = 64;

/** The shard of a conversation: the same in every process and for every kind of inbox row. */
export function shardOf(channelId: string, externalId: string): number {
  return Number.parseInt(hash("sha256", `${channelId}\n${externalId}`, "hex").slice(0, 2), 16) % SHARDS;
}
