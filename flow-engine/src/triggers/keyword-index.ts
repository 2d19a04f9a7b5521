/**
 * All keywords of a workspace in one automaton (Aho–Corasick): one pass over a message finds every keyword in it.
 * Own code: the libraries at hand either work on words only or drop overlapping finds, and ranking needs them all.
 * States are numbers and their facts typed arrays: a step of a scan is a few reads, whatever the number of keywords.
 */

/** Called with the index of a pattern and where it was found. */
export type Visit = (pattern: number, start: number, end: number) => void;

/** The root is no state's child and nothing ends there, so its number also says “none”. */
const ROOT = 0;
/** Slots for each transition: half of them stay empty, so that a look-up meets its own almost at once. */
const SLOTS_PER_STATE = 2;
const MIN_SLOTS = 16;

export class KeywordIndex {
  private readonly patterns: readonly string[];
  /** Open addressing: states by the hash of their parent and unit. */
  private readonly slots: Int32Array;
  private readonly mask: number;
  private readonly parent: Int32Array;
  /** The UTF-16 unit that leads from the parent. */
  private readonly unit: Uint16Array;
  /** State of the longest proper suffix that is also a prefix of a pattern. */
  private readonly fail: Int32Array;
  /** Nearest state along the suffixes where a pattern ends: the state itself, and one shorter than it. */
  private readonly ending: Int32Array;
  private readonly shorter: Int32Array;
  /** The last pattern that ends in a state, and for each pattern the one before it; one more than its index, 0: none. */
  private readonly last: Int32Array;
  private readonly before: Int32Array;

  /** @param patterns texts to find, as they are (fold them before); empty ones are never found, a text may come twice */
  constructor(patterns: readonly string[]) {
    this.patterns = patterns;
    const room = patterns.reduce((sum, { length }) => sum + length, 1);
    const slots = 2 ** Math.ceil(Math.log2(Math.max(MIN_SLOTS, room * SLOTS_PER_STATE)));
    this.slots = new Int32Array(slots);
    this.mask = slots - 1;
    this.parent = new Int32Array(room);
    this.unit = new Uint16Array(room);
    this.fail = new Int32Array(room);
    this.ending = new Int32Array(room);
    this.shorter = new Int32Array(room);
    this.last = new Int32Array(room);
    this.before = new Int32Array(patterns.length);
    this.grow();
  }

  /** Visits every occurrence. Cost: length of the text plus number of occurrences. */
  scan(text: string, visit: Visit): void {
    let state = ROOT;
    for (let i = 0; i < text.length; i++) {
      state = this.follow(state, text.charCodeAt(i));
      for (let at = at0(this.ending, state); at !== ROOT; at = at0(this.shorter, at)) {
        for (let pattern = at0(this.last, at); pattern !== 0; pattern = at0(this.before, pattern - 1))
          visit(pattern - 1, i + 1 - this.lengthOf(pattern - 1), i + 1);
      }
    }
  }

  /**
   * Builds the automaton one depth after the other: a state's suffix is shorter than the state, so it is linked before.
   */
  private grow(): void {
    let states = 1;
    let open = this.patterns.map((_, pattern) => ({ pattern, state: ROOT }));
    for (let depth = 0; open.length > 0; depth++) {
      open = open.filter(({ pattern }) => this.lengthOf(pattern) > depth);
      const first = states;
      for (const each of open) {
        const unit = this.patterns[each.pattern]?.charCodeAt(depth) ?? 0;
        const known = this.child(each.state, unit);
        if (known === ROOT) this.put(states, each.state, unit);
        each.state = known === ROOT ? states++ : known;
        if (this.lengthOf(each.pattern) === depth + 1) this.end(each.pattern, each.state);
      }
      for (let state = first; state < states; state++) this.link(state);
    }
  }

  private put(state: number, parent: number, unit: number): void {
    this.parent[state] = parent;
    this.unit[state] = unit;
    let slot = hash(parent, unit) & this.mask;
    while (at0(this.slots, slot) !== ROOT) slot = (slot + 1) & this.mask;
    this.slots[slot] = state;
  }

  private end(pattern: number, state: number): void {
    this.before[pattern] = at0(this.last, state);
    this.last[state] = pattern + 1;
  }

  private link(state: number): void {
    const parent = at0(this.parent, state);
    const fail = parent === ROOT ? ROOT : this.follow(at0(this.fail, parent), at0(this.unit, state));
    this.fail[state] = fail;
    this.shorter[state] = at0(this.ending, fail);
    this.ending[state] = at0(this.last, state) === 0 ? at0(this.ending, fail) : state;
  }

  private follow(from: number, unit: number): number {
    for (let state = from; ; state = at0(this.fail, state)) {
      const to = this.child(state, unit);
      if (to !== ROOT || state === ROOT) return to;
    }
  }

  private child(state: number, unit: number): number {
    for (let slot = hash(state, unit) & this.mask; ; slot = (slot + 1) & this.mask) {
      const child = at0(this.slots, slot);
      if (child === ROOT || (at0(this.parent, child) === state && at0(this.unit, child) === unit))
        return child;
    }
  }

  private lengthOf(pattern: number): number {
    return this.patterns[pattern]?.length ?? 0;
  }
}

/** Places of these arrays always exist; the type can't know it. */
function at0(array: Int32Array | Uint16Array, at: number): number {
  return array[at] ?? 0;
}

/** Odd multipliers spread neighbouring states and units over all slots; the high bits are mixed down. */
function hash(state: number, unit: number): number {
  const mixed = Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
