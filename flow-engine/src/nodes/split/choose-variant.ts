/** Which variant a contact gets. */

interface Variant {
  id: string;
  weight: number;
}

/**
 * A race: each variant takes a time that depends on the contact and its own id alone, divided by its weight; the
 * shortest wins. So each wins by its share, and what is changed moves as few contacts as can be:
 * - the order of the variants and their titles move nobody, nor does multiplying all weights by the same;
 * - a weight that grows moves contacts into its variant only, one that shrinks out of it only;
 * - a new variant only takes contacts, one that goes only gives its own back.
 * @param draw in [0, 1), by the variant's id; the same for the same contact
 */
export function stableVariant<V extends Variant>(
  variants: readonly V[],
  draw: (id: string) => number,
): V | undefined {
  let winner: V | undefined;
  let best = Number.POSITIVE_INFINITY;
  for (const variant of byId(variants)) {
    const time =
      variant.weight > 0 ? minusLog(1 - draw(variant.id)) / variant.weight : Number.POSITIVE_INFINITY;
    if (winner !== undefined && time >= best) continue;
    winner = variant;
    best = time;
  }
  return winner;
}

/** @param drawn in [0, 1) */
export function drawnVariant<V extends Variant>(variants: readonly V[], drawn: number): V | undefined {
  const ordered = byId(variants);
  let left = drawn * ordered.reduce((sum, { weight }) => sum + weight, 0);
  for (const variant of ordered) {
    if (left < variant.weight) return variant;
    left -= variant.weight;
  }
  return ordered.findLast(({ weight }) => weight > 0) ?? ordered[0];
}

function byId<V extends Variant>(variants: readonly V[]): V[] {
  return [...variants].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Terms of the series: the next one is below a double's precision. */
const TERMS = 16;

/**
 * −ln(x) for x in (0, 1], by additions and divisions only: `Math.log` may differ between machines in its last digit,
 * and a replay must not.
 */
export function minusLog(x: number): number {
  let halvings = 0;
  let rest = x;
  while (rest < 0.5) {
    rest *= 2;
    halvings += 1;
  }
  const s = (1 - rest) / (1 + rest);
  let sum = 0;
  for (let term = TERMS; term >= 0; term--) sum = sum * s * s + 1 / (2 * term + 1);
  return halvings * Math.LN2 + 2 * s * sum;
}
