/** Guessing passwords is slowed from every side: one address, one account from one address, one account from everywhere. */
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

const MINUTE_S = 60;
const HOUR_S = 3_600;
const DAY_S = 86_400;

export interface SignInAttempt {
  ip: string;
  email: string;
}

/** Counts are per process: with several web processes the limits are that many times as wide, still far from enough to guess. */
export class SignInLimits {
  /** One person mistyping. */
  private readonly pair = new RateLimiterMemory({ points: 10, duration: 15 * MINUTE_S });
  /** One machine trying many accounts. */
  private readonly address = new RateLimiterMemory({ points: 100, duration: DAY_S });
  /** Many machines trying one account: from here on only a trickle passes… */
  private readonly account = new RateLimiterMemory({ points: 50, duration: HOUR_S });
  private readonly trickle = new RateLimiterMemory({ points: 1, duration: 2 });

  /**
   * @param isKnownAddress whether the account is signed in from this address already: its owner is then never shut out by others
   * @returns seconds to wait; 0: go on
   */
  async admit(attempt: SignInAttempt, isKnownAddress: () => Promise<boolean>): Promise<number> {
    const wait = Math.max(await take(this.address, attempt.ip), await take(this.pair, pairOf(attempt)));
    if (wait > 0) return wait;
    const flooded = await take(this.account, accountOf(attempt));
    if (flooded === 0 || (await isKnownAddress())) return 0;
    return take(this.trickle, accountOf(attempt));
  }

  /** A success was no guess. */
  async forgive(attempt: SignInAttempt): Promise<void> {
    await Promise.all([
      this.pair.delete(pairOf(attempt)),
      this.address.reward(attempt.ip, 1),
      this.account.reward(accountOf(attempt), 1),
    ]);
  }
}

function pairOf({ ip, email }: SignInAttempt): string {
  return `${ip} ${accountOf({ ip, email })}`;
}

function accountOf({ email }: SignInAttempt): string {
  return email.trim().toLowerCase().slice(0, 200);
}

/** @returns seconds to wait; 0 when there was room */
async function take(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
    throw refused;
  }
}
