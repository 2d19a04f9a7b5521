/**
 * How fast one person is written to: a message in six seconds, with bursts of up to 45 ("Pair rate limits" of WhatsApp).
 * Kept here beforehand, so that Meta need not refuse (131056) what only has to wait. Time comes in as a number.
 */

const BURST = 45;
const EVERY_MS = 6_000;
/** People whose bucket is full again are forgotten when there are twice as many as after the last such look. */
const FORGET_FROM = 1_000;

export class PairPace {
  /** By conversation: when the bucket will be full again, in milliseconds. */
  private readonly fullAt = new Map<string, number>();
  private forgetAt = FORGET_FROM;

  /** Takes the place for one message, or says how long it has to wait. @returns 0, or whole milliseconds */
  take(conversationId: string, nowMs: number): number {
    const fullAt = Math.max(nowMs, this.fullAt.get(conversationId) ?? 0) + EVERY_MS;
    const waitMs = Math.ceil(fullAt - nowMs - BURST * EVERY_MS);
    if (waitMs > 0) return waitMs;
    this.fullAt.set(conversationId, fullAt);
    if (this.fullAt.size > this.forgetAt) this.forget(nowMs);
    return 0;
  }

  private forget(nowMs: number): void {
    for (const [id, fullAt] of this.fullAt) if (fullAt <= nowMs) this.fullAt.delete(id);
    this.forgetAt = Math.max(FORGET_FROM, 2 * this.fullAt.size);
  }
}
