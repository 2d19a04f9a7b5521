/** Lets `rate` sends through a second, evenly. Time comes in as a number. */
export class TokenBucket {
  private tokens: number;
  private updatedAt: number | null = null;

  /** @param rate a second; Infinity for no limit */
  constructor(private rate: number) {
    this.tokens = this.capacity;
  }

  /** What was saved up stays, as far as the new rate takes it. */
  setRate(rate: number): void {
    if (rate === this.rate) return;
    this.rate = rate;
    this.tokens = Math.min(this.tokens, this.capacity);
  }

  /** A tenth of a second's worth may go at once: short bursts are normal, a second's worth at the start of each is not. */
  private get capacity(): number {
    return Math.max(1, this.rate / 10);
  }

  available(nowMs: number): number {
    if (this.rate === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
    const elapsed = this.updatedAt === null ? 0 : Math.max(0, nowMs - this.updatedAt);
    this.tokens = Math.min(this.capacity, this.tokens + (elapsed * this.rate) / 1000);
    this.updatedAt = nowMs;
    return Math.floor(this.tokens);
  }

  take(count: number): void {
    this.tokens -= count;
  }

  /** Milliseconds until the bucket is full again: worth a look at the outbox, one token is not. */
  refillMs(): number {
    return Math.ceil(((this.capacity - this.tokens) * 1000) / this.rate);
  }
}
