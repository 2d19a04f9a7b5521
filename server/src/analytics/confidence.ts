/** How sure it is that one variant of an experiment does better than another. */

export interface Outcome {
  entered: number;
  converted: number;
}

/** Fewer than this in either, and the normal distribution says nothing. */
const ENOUGH = 30;

/**
 * One-sided two-proportion z-test with pooled variance.
 * @returns between 0 and 1: how sure it is that `variant` converts more than `base`; null while too few entered
 */
export function confidence(base: Outcome, variant: Outcome): number | null {
  if (base.entered < ENOUGH || variant.entered < ENOUGH) return null;
  const pooled = (base.converted + variant.converted) / (base.entered + variant.entered);
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / base.entered + 1 / variant.entered));
  if (spread === 0) return 0.5;
  return normal((variant.converted / variant.entered - base.converted / base.entered) / spread);
}

/** The normal distribution, by Abramowitz and Stegun 7.1.26: right to seven digits. */
function normal(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const tail =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) *
    t *
    Math.exp(-x * x);
  return z >= 0 ? 1 - tail / 2 : tail / 2;
}
