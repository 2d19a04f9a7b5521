/** Whether two pieces of JSON say the same, and the second with all that did not change shared with the first. */

type Bag = Record<string, unknown>;

export function isBag(value: unknown): value is Bag {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A key without a value is as good as none: JSON leaves it out. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i]));
  }
  if (!isBag(a) || !isBag(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(a[key], b[key]));
}

/** Items of `next` that say the same as the item of that id in `base` are that item: what is unchanged is also identical. */
export function shareItems<T extends { id: string }>(base: readonly T[], next: readonly T[]): T[] {
  const known = new Map(base.map((item) => [item.id, item]));
  return next.map((item) => {
    const old = known.get(item.id);
    return old !== undefined && same(old, item) ? old : item;
  });
}
