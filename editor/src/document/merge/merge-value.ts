/** Three-way merge of JSON: what only one side changed is taken, what both changed is joined as far as it goes. */

import { mergeText } from "./merge-text.ts";
import { isBag, same } from "./same.ts";

/** A value both changed that could not be joined: mine stays, theirs is told. */
export interface Clash {
  path: readonly string[];
  theirs: unknown;
}

export interface Merging {
  clashes: Clash[];
  /** A deletion beats an edit on the other side; otherwise the edit stays, so that no work is lost. */
  deletionWins: boolean;
}

type Bag = Record<string, unknown>;
type Item = Bag & { id: string };

/** `undefined` stands for "not there" on any side. */
export function mergeValue(
  base: unknown,
  mine: unknown,
  theirs: unknown,
  path: readonly string[],
  merging: Merging,
): unknown {
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  if (mine === undefined) return merging.deletionWins ? mine : theirs;
  if (theirs === undefined) return merging.deletionWins ? theirs : mine;
  if (isBag(mine) && isBag(theirs)) return mergeBag(isBag(base) ? base : {}, mine, theirs, path, merging);
  if (isItems(mine) && isItems(theirs)) {
    return mergeItems(isItems(base) ? base : [], mine, theirs, path, merging);
  }
  if (Array.isArray(mine) && Array.isArray(theirs) && Array.isArray(base))
    return mergeSets(base, mine, theirs);
  if (typeof mine === "string" && typeof theirs === "string" && typeof base === "string") {
    const joined = mergeText(base, mine, theirs);
    if (joined !== null) return joined;
  }
  merging.clashes.push({ path, theirs });
  return mine;
}

export function mergeBag(base: Bag, mine: Bag, theirs: Bag, path: readonly string[], merging: Merging): Bag {
  const keys = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  const entries = [...keys].map((key) => [
    key,
    mergeValue(base[key], mine[key], theirs[key], [...path, key], merging),
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Lists of things with ids: by id, in my order; theirs come after what they follow at their side. */
export function mergeItems(
  base: readonly Item[],
  mine: readonly Item[],
  theirs: readonly Item[],
  path: readonly string[],
  merging: Merging,
): Item[] {
  const [before, here, there] = [byId(base), byId(mine), byId(theirs)];
  const at = (id: string) => mergeValue(before.get(id), here.get(id), there.get(id), [...path, id], merging);
  return orderOf(base, mine, theirs).flatMap((id) => {
    const item = at(id);
    return isItem(item) ? [item] : [];
  });
}

/** My order, unless only they moved things about; then theirs. */
function orderOf(base: readonly Item[], mine: readonly Item[], theirs: readonly Item[]): string[] {
  const ids = (items: readonly Item[]) => items.map((item) => item.id);
  const leading = same(ids(base), ids(mine)) ? theirs : mine;
  const following = leading === mine ? theirs : mine;
  const order = ids(leading);
  let previous: string | undefined;
  for (const { id } of following) {
    if (!order.includes(id)) order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, id);
    previous = id;
  }
  return order;
}

/** Lists of plain things (tags, keywords, triggers): mine, less what they took away, with what they added. */
function mergeSets(
  base: readonly unknown[],
  mine: readonly unknown[],
  theirs: readonly unknown[],
): unknown[] {
  const has = (list: readonly unknown[], item: unknown) => list.some((other) => same(other, item));
  const kept = mine.filter((item) => has(theirs, item) || !has(base, item));
  return [...kept, ...theirs.filter((item) => !has(base, item) && !has(mine, item))];
}

function byId(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

function isItem(value: unknown): value is Item {
  return isBag(value) && typeof value.id === "string";
}

function isItems(value: unknown): value is Item[] {
  return Array.isArray(value) && value.every(isItem);
}
