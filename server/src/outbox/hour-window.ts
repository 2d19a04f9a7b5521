/** So many in any hour: exact, unlike a bucket, which lets twice as many through around its edge. Time comes in as a number. */

const HOUR_MS = 3_600_000;
/** Sends of one slice are remembered together: an hour is some hundred numbers, however busy it was. */
const SLICE_MS = 30_000;

export class HourWindow {
  private slices: { until: number; count: number }[] = [];

  /** @param limit sends in an hour; null for no limit */
  constructor(private limit: number | null) {}

  setLimit(limit: number | null): void {
    this.limit = limit;
  }

  available(nowMs: number): number {
    if (this.limit === null) return Number.POSITIVE_INFINITY;
    this.forget(nowMs);
    return Math.max(0, this.limit - this.slices.reduce((sum, { count }) => sum + count, 0));
  }

  /** A negative count gives back what was taken a moment ago. */
  take(count: number, nowMs: number): void {
    if (count === 0) return;
    const last = this.slices.at(-1);
    if (last && nowMs < last.until) last.count += count;
    else this.slices.push({ until: nowMs + SLICE_MS, count });
  }

  /** Milliseconds until something is forgotten, so that there is room again. */
  waitMs(nowMs: number): number {
    const first = this.slices[0];
    return first ? Math.max(0, first.until + HOUR_MS - nowMs) : 0;
  }

  private forget(nowMs: number): void {
    this.slices = this.slices.filter(({ until }) => until + HOUR_MS > nowMs);
  }
}
