/** Settings come with every row and are nearly always the same: what was made of a text is kept. */

const MAX_KEPT = 500;

/** @param make without side effects; what it gives is shared, so nobody may change it */
export function keptByText<T>(make: (json: string) => T): (json: string) => T {
  const kept = new Map<string, T>();
  return (json) => {
    const known = kept.get(json);
    if (known !== undefined) return known;
    const made = make(json);
    const [oldest] = kept.keys();
    if (kept.size >= MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(json, made);
    return made;
  };
}
