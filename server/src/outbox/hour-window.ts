/** So many in any hour: exact, unlike a bucket, which lets twice as many through around its edge. Time comes in as a number. */

const HOUR_MS = 3_600_000;
/** Sends of one slice are remembered together: an hour is some hundred numbers, however busy it was. */
const SLICE_MS = 30_000;

export class HourWindow {
  private slices: { until: number; count: number }[] = [];
  /** How many may go before others are asked again; no bound where nobody else sends. */
  private granted = Number.POSITIVE_INFINITY;

  /** @param limit sends in an hour; null for no limit */
  constructor(private limit: number | null) {}

  setLimit(limit: number | null): void {
    this.limit = limit;
  }

  /** Of what is left of the limit for all processes, this many are this one's. */
  grant(count: number): void {
    this.granted = count;
  }

  available(nowMs: number): number {
    if (this.limit === null) return Number.POSITIVE_INFINITY;
    return Math.max(0, Math.min(this.granted, this.limit - this.used(nowMs)));
  }

  /** Sends of the last hour. */
  used(nowMs: number): number {
    this.forget(nowMs);
    return this.slices.reduce((sum, { count }) => sum + count, 0);
  }

  /** A negative count gives back what was taken a moment ago. */
  take(count: number, nowMs: number): void {
    if (count === 0) return;
    this.granted -= count;
    const last = this.slices.at(-1);
    if (last && nowMs < last.until) last.count += count;
    else this.slices.push({ until: nowMs + SLICE_MS, count });
  }

  /** Milliseconds until something is forgotten, so that there is room again; 0 when only the grant is used up. */
  waitMs(nowMs: number): number {
    if (this.limit !== null && this.used(nowMs) < this.limit) return 0;
    const first = this.slices[0];
    return first ? Math.max(0, first.until + HOUR_MS - nowMs) : 0;
  }

  /** For others to count: [milliseconds until it is forgotten, how many]. */
  report(nowMs: number): [number, number][] {
    this.forget(nowMs);
    return this.slices
      .filter(({ count }) => count > 0)
      .map(({ until, count }) => [Math.ceil(until + HOUR_MS - nowMs), count]);
  }

  private forget(nowMs: number): void {
    this.slices = this.slices.filter(({ until }) => until + HOUR_MS > nowMs);
  }
}
