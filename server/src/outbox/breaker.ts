/** After many failures in a row a channel rests: the platform is down, and every message would only learn it again. Pure. */

/** Failures of the platform or the network in a row before it rests. */
const THRESHOLD = 10;
const FIRST_REST_MS = 5_000;
const LONGEST_REST_MS = 60_000;

export class Breaker {
  private failures = 0;
  private rests = 0;

  succeeded(): void {
    this.failures = 0;
    this.rests = 0;
  }

  /** Milliseconds the channel should rest, null to go on. */
  failed(): number | null {
    this.failures += 1;
    if (this.failures < THRESHOLD) return null;
    // The next failure after a rest opens it again, for longer.
    this.failures = THRESHOLD - 1;
    this.rests += 1;
    return Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** (this.rests - 1));
  }
}
