/**
 * All keywords of a workspace in two tables of hashes: one pass over a message finds every keyword in it.
 * At each place of the message its beginnings (of 4, 8, 16, … units) are looked up until one of them begins no keyword;
 * each that does says which lengths are worth a look. Own code: the libraries at hand either work on words only or drop
 * overlapping finds, and ranking needs them all. An automaton would need a state for each letter: for a million
 * keywords that is half a minute and a gigabyte, where this is a few numbers for each keyword.
 */

/** Called with the index of a pattern and where it was found. */
export type Visit = (pattern: number, start: number, end: number) => void;

/** The shortest beginning that is looked up. Shorter keywords are of three lengths at most, and looked up as they are. */
const FIRST_LEVEL = 4;
/** From here on levels are this far apart: the lengths between two of them are the bits of one number. */
const WIDEST_LEVEL = 32;

export class KeywordIndex {
  private readonly patterns: readonly string[];
  /** Hash of each pattern. */
  private readonly hashes: Int32Array;
  /** Open addressing by hash: one more than the last pattern of a text; 0: none. */
  private readonly slots: Int32Array;
  /** For each pattern the one before it of the same text; one more than its index, 0: none. */
  private readonly before: Int32Array;
  private readonly beginnings: Beginnings;
  /** Lengths below the first level that there are, as bits. */
  private short = 0;
  /** Powers of the base: what the first unit of a text of each length weighs in its hash. */
  private readonly powers: Int32Array;

  /** @param patterns texts to find, as they are (fold them before); empty ones are never found, a text may come twice */
  constructor(patterns: readonly string[]) {
    this.patterns = patterns;
    this.hashes = new Int32Array(patterns.length);
    this.before = new Int32Array(patterns.length);
    this.slots = new Int32Array(roomFor(patterns.length));
    // Most keywords begin like others.
    this.beginnings = new Beginnings(patterns.length / 2);
    const longest = patterns.reduce((length, pattern) => Math.max(length, pattern.length), 0);
    this.powers = new Int32Array(longest + 1).fill(1);
    for (let n = 1; n <= longest; n++) this.powers[n] = Math.imul(at0(this.powers, n - 1), BASE);
    for (let pattern = 0; pattern < patterns.length; pattern++) this.add(pattern);
  }

  /**
   * Visits every occurrence. Cost: length of the text plus number of occurrences, and where many keywords begin alike a
   * look for each of their lengths.
   */
  scan(text: string, visit: Visit): void {
    if (this.patterns.length === 0) return;
    const sums = sumsOf(text);
    for (let start = 0; start < text.length; start++) {
      this.look(text, sums, start, 0, this.short, visit);
      for (let level = FIRST_LEVEL; start + level <= text.length; level = levelAfter(level)) {
        const lengths = this.beginning(level, this.hashAt(sums, start, level));
        if (lengths === null) break;
        this.look(text, sums, start, level, lengths, visit);
      }
    }
  }

  private add(pattern: number): void {
    const text = this.textOf(pattern);
    if (text === "") return;
    let hash = 0;
    let level = FIRST_LEVEL;
    for (let i = 0; i < text.length; i++) {
      hash = added(hash, text.charCodeAt(i));
      if (i + 1 !== level) continue;
      const next = levelAfter(level);
      this.beginnings.add(keyOf(level, hash), text.length < next ? 1 << (text.length - level) : 0);
      level = next;
    }
    if (text.length < FIRST_LEVEL) this.short |= 1 << text.length;
    this.hashes[pattern] = hash;
    const slot = this.slotOf(hash, text, 0);
    this.before[pattern] = at0(this.slots, slot);
    this.slots[slot] = pattern + 1;
  }

  /** Visits the patterns at a place that are as long as one of the bits says. */
  private look(
    text: string,
    sums: Int32Array,
    start: number,
    level: number,
    bits: number,
    visit: Visit,
  ): void {
    for (let left = bits; left !== 0; left &= left - 1) {
      const length = level + 31 - Math.clz32(left & -left);
      if (start + length > text.length) return;
      const slot = this.slotOf(this.hashAt(sums, start, length), text, start, length);
      for (let found = at0(this.slots, slot); found !== 0; found = at0(this.before, found - 1))
        visit(found - 1, start, start + length);
    }
  }

  /** Where the patterns are that say what the text says from `start` on, or a free slot. */
  private slotOf(hash: number, text: string, start: number, length = text.length): number {
    const mask = this.slots.length - 1;
    for (let slot = mixed(hash) & mask; ; slot = (slot + 1) & mask) {
      const pattern = at0(this.slots, slot) - 1;
      if (pattern < 0) return slot;
      if (at0(this.hashes, pattern) !== hash) continue;
      const known = this.textOf(pattern);
      if (known.length === length && text.startsWith(known, start)) return slot;
    }
  }

  private beginning(level: number, hash: number): number | null {
    return this.beginnings.get(keyOf(level, hash));
  }

  private hashAt(sums: Int32Array, start: number, length: number): number {
    return (at0(sums, start + length) - Math.imul(at0(sums, start), at0(this.powers, length))) | 0;
  }

  private textOf(pattern: number): string {
    return this.patterns[pattern] ?? "";
  }
}

/** Lengths (as bits) by the key of a beginning. Keys that two beginnings share cost a look in vain, and nothing else. */
class Beginnings {
  /** A key and its lengths side by side: what is looked up together lies together. */
  private cells: Int32Array;
  private used = 0;

  constructor(keys: number) {
    this.cells = new Int32Array(2 * roomFor(keys));
  }

  get(key: number): number | null {
    const cell = this.cellOf(key);
    return at0(this.cells, cell) === key ? at0(this.cells, cell + 1) : null;
  }

  add(key: number, lengths: number): void {
    const cell = this.cellOf(key);
    if (at0(this.cells, cell) !== key) this.used += 1;
    this.cells[cell] = key;
    this.cells[cell + 1] = at0(this.cells, cell + 1) | lengths;
    if (this.used * 2 * SLOTS_PER_KEY > this.cells.length) this.grow();
  }

  private cellOf(key: number): number {
    const mask = this.cells.length - 1;
    let cell = (key << 1) & mask;
    for (let there = at0(this.cells, cell); there !== 0 && there !== key; there = at0(this.cells, cell))
      cell = (cell + 2) & mask;
    return cell;
  }

  private grow(): void {
    const { cells } = this;
    this.cells = new Int32Array(cells.length * 2);
    for (let at = 0; at < cells.length; at += 2) {
      const key = at0(cells, at);
      if (key === 0) continue;
      const cell = this.cellOf(key);
      this.cells[cell] = key;
      this.cells[cell + 1] = at0(cells, at + 1);
    }
  }
}

/** Half of the slots stay empty, so that a look-up meets its own, or none, almost at once. */
const SLOTS_PER_KEY = 2;
const MIN_SLOTS = 16;

const roomFor = (keys: number) => 2 ** Math.ceil(Math.log2(Math.max(MIN_SLOTS, keys * SLOTS_PER_KEY)));

const levelAfter = (level: number) => level + Math.min(level, WIDEST_LEVEL);

/** Odd, so that no unit's weight is ever nothing. */
const BASE = 0x9e3779b1;

/** The hash of a text with one unit more. Differences of two such sums are the hash of what lies between. */
const added = (hash: number, unit: number) => (Math.imul(hash, BASE) + unit + 1) | 0;

function sumsOf(text: string): Int32Array {
  const sums = new Int32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) sums[i + 1] = added(at0(sums, i), text.charCodeAt(i));
  return sums;
}

/** Never 0, which says “none”. */
const keyOf = (level: number, hash: number) => mixed(hash ^ Math.imul(level, 0x85ebca6b)) || 1;

/** Every bit of the hash has a say in the low ones, which choose the slot. */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return once ^ (once >>> 15);
}

/** Places of these arrays always exist; the type can't know it. */
function at0(array: Int32Array, at: number): number {
  return array[at] ?? 0;
}
