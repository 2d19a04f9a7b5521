/** Names of another product's variables as names that templates here can read. */
import { RESERVED_NAMES } from "../step/environment.ts";

/** Words that mean something else to Liquid. */
const LIQUID_WORDS = new Set([
  "true",
  "false",
  "nil",
  "null",
  "empty",
  "blank",
  "and",
  "or",
  "not",
  "contains",
]);
const LONGEST = 60;

/** `Full Name` → `Full_Name`, `2nd` → `v_2nd`, `contact` → `contact_`. */
export function safeName(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9_]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, LONGEST);
  const named = plain === "" ? "variable" : /^[0-9]/.test(plain) ? `v_${plain}` : plain;
  return RESERVED_NAMES.has(named) || LIQUID_WORDS.has(named) ? `${named}_` : named;
}

/** Gives each name one of its own, the same at each call. */
export class SafeNames {
  readonly #byName = new Map<string, string>();
  readonly #taken = new Set<string>();

  of(name: string): string {
    const known = this.#byName.get(name);
    if (known !== undefined) return known;
    const wanted = safeName(name);
    let free = wanted;
    for (let at = 2; this.#taken.has(free); at += 1) free = `${wanted}_${at}`;
    this.#taken.add(free);
    this.#byName.set(name, free);
    return free;
  }
}
