/** Randomness from names: the same key gives the same number on every machine, so a replay chooses alike. */

const FNV_OFFSET = 0x811c9dc5;

/** FNV-1a over UTF-16 units, then a murmur finalizer so that close keys fall far apart. */
export function hash32(key: string): number {
  let h = FNV_OFFSET;
  for (let i = 0; i < key.length; i++) {
    h ^= key.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A number in [0, 1) that depends on `key` alone. */
export function randomOf(key: string): number {
  return hash32(key) / 2 ** 32;
}
