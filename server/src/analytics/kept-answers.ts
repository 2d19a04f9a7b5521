/** Answers that cost, kept for some seconds: many who ask the same at once are answered by one question. */

/** Each is a few kilobytes at most; the oldest goes first. */
const MAX_KEPT = 500;
/** What took long is asked again less often: a twentieth of the time is spent on it at most. */
const REST = 20;

interface Kept<T> {
  answer: Promise<T>;
  /** Until when it is given again; unknown while it is under way. */
  until: number;
}

export class KeptAnswers<T> {
  private readonly kept = new Map<string, Kept<T>>();

  /** @param keepMs an answer is given again for so long, or longer where it took long @param clock milliseconds */
  constructor(
    private readonly keepMs: number,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** What failed is told to those who waited for it and asked anew by the next. */
  answer(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.kept.get(key);
    if (known && known.until > this.clock()) return known.answer;
    const [oldest] = this.kept.keys();
    if (this.kept.size >= MAX_KEPT && oldest !== undefined) this.kept.delete(oldest);
    const from = this.clock();
    const made: Kept<T> = { answer: ask(), until: Number.POSITIVE_INFINITY };
    this.kept.set(key, made);
    made.answer.then(
      () => {
        const now = this.clock();
        made.until = now + Math.max(this.keepMs, (now - from) * REST);
      },
      () => this.kept.delete(key),
    );
    return made.answer;
  }
}
