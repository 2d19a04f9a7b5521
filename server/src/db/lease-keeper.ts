/** What this process has claimed and still works on: renewed while it lives, so that the claims of a dead one run out soon. */
import type { Logger } from "pino";

/** By the database's clock. A dead process's claims are settled by the next sweep after that: within 20 s in all. */
export const LEASE_SECONDS = 15;
/** Twice may fail or be late before another takes the work for abandoned. */
const RENEW_EVERY_MS = 4_000;

export class LeaseKeeper<Claim> {
  private readonly held = new Map<symbol, { claim: Claim; since: number }>();
  private timer: NodeJS.Timeout | null = null;

  /** @param renew extends the claims that are still this process's by LEASE_SECONDS, in one statement */
  constructor(
    private readonly renew: (claims: readonly Claim[]) => Promise<unknown>,
    private readonly log: Pick<Logger, "warn">,
  ) {}

  /** @returns to be called when the work is done and saved */
  hold(claim: Claim): () => void {
    const key = Symbol();
    this.held.set(key, { claim, since: performance.now() });
    this.timer ??= setInterval(() => void this.renewOld(), RENEW_EVERY_MS).unref();
    return () => {
      this.held.delete(key);
      if (this.held.size > 0 || this.timer === null) return;
      clearInterval(this.timer);
      this.timer = null;
    };
  }

  /** Most work is done long before: only what takes its time costs a statement. */
  private async renewOld(): Promise<void> {
    const old = performance.now() - RENEW_EVERY_MS / 2;
    const claims = [...this.held.values()].filter(({ since }) => since <= old).map(({ claim }) => claim);
    if (claims.length === 0) return;
    try {
      await this.renew(claims);
    } catch (error) {
      this.log.warn({ err: error, claims: claims.length }, "claims could not be renewed yet");
    }
  }
}
