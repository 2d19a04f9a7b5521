/** Weights as shares of a hundred. */

/** @returns whole or tenths of percents, in the order of the variants; all 0 when nobody has a weight */
export function sharesOf(variants: readonly { weight: number }[]): number[] {
  const total = variants.reduce((sum, { weight }) => sum + weight, 0);
  return variants.map(({ weight }) => (total === 0 ? 0 : Math.round((weight / total) * 1_000) / 10));
}
