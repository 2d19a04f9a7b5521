/**
 * All keywords of a workspace in one automaton (Aho–Corasick): one pass over a message finds every keyword in it.
 * Own code: the libraries at hand either work on words only or drop overlapping finds, and ranking needs them all.
 */

/** Called with the index of a pattern and where it was found. */
export type Visit = (pattern: number, start: number, end: number) => void;

const ROOT = 0;
const NONE = -1;
/** UTF-16 units fit in 16 bits: state and unit make one number, so all transitions live in one map. */
const UNITS = 0x10000;

export class KeywordIndex {
  private readonly patterns: readonly string[];
  private readonly next = new Map<number, number>();
  /** State of the longest proper suffix that is also a prefix of a pattern. */
  private readonly fail: number[] = [ROOT];
  /** Patterns that end in a state; the same text may be given twice. */
  private readonly ends: (number[] | undefined)[] = [undefined];
  /** Nearest state along the suffixes where a pattern ends. */
  private readonly shorter: number[] = [NONE];

  /** @param patterns texts to find, as they are (fold them before); empty ones are never found */
  constructor(patterns: readonly string[]) {
    this.patterns = patterns;
    this.link(this.grow());
  }

  /** Visits every occurrence. Cost: length of the text plus number of occurrences. */
  scan(text: string, visit: Visit): void {
    let state = ROOT;
    for (let i = 0; i < text.length; i++) {
      state = this.follow(state, text.charCodeAt(i));
      for (let at = this.ends[state] ? state : this.shorterOf(state); at !== NONE; at = this.shorterOf(at)) {
        for (const pattern of this.ends[at] ?? []) visit(pattern, i + 1 - this.lengthOf(pattern), i + 1);
      }
    }
  }

  /** Builds the trie. Returns, for each state but the root in order of making, its parent, unit and depth. */
  private grow(): TrieState[] {
    const made: TrieState[] = [];
    for (const [index, pattern] of this.patterns.entries()) {
      if (pattern === "") continue;
      let state = ROOT;
      for (let i = 0; i < pattern.length; i++) {
        const key = state * UNITS + pattern.charCodeAt(i);
        let child = this.next.get(key);
        if (child === undefined) {
          child = made.length + 1;
          this.next.set(key, child);
          made.push({ id: child, parent: state, unit: pattern.charCodeAt(i), depth: i + 1 });
        }
        state = child;
      }
      const ends = this.ends[state] ?? [];
      ends.push(index);
      this.ends[state] = ends;
    }
    return made;
  }

  /** Shallow states first: a state's suffix link needs those of all shorter ones. */
  private link(states: TrieState[]): void {
    for (const { id, parent, unit } of states.sort((a, b) => a.depth - b.depth)) {
      const fail = parent === ROOT ? ROOT : this.follow(this.failOf(parent), unit);
      this.fail[id] = fail;
      this.shorter[id] = this.ends[fail] ? fail : this.shorterOf(fail);
    }
  }

  private follow(from: number, unit: number): number {
    for (let state = from; ; state = this.failOf(state)) {
      const to = this.next.get(state * UNITS + unit);
      if (to !== undefined) return to;
      if (state === ROOT) return ROOT;
    }
  }

  private failOf(state: number): number {
    return this.fail[state] ?? ROOT;
  }

  private shorterOf(state: number): number {
    return this.shorter[state] ?? NONE;
  }

  private lengthOf(pattern: number): number {
    return this.patterns[pattern]?.length ?? 0;
  }
}

interface TrieState {
  id: number;
  parent: number;
  unit: number;
  depth: number;
}
