/** When a failed send is tried again. Pure: chance comes in as a number. */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Most troubles pass in seconds; those that last minutes are not helped by haste. Hourly after the last. */
const SCHEDULE_MS = [SECOND, 5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE];
/** So that messages that failed together do not come back together. */
const JITTER = 0.2;

/**
 * @param attempts tries so far, 1 after the first
 * @param random 0 ≤ random < 1
 * @returns milliseconds to wait
 */
export function backoffMs(attempts: number, random: number): number {
  const base = SCHEDULE_MS[Math.max(1, attempts) - 1] ?? HOUR;
  return Math.round(base * (1 + JITTER * (2 * random - 1)));
}

/** After a burst of 45 in 6 seconds the pair has its place back within two minutes ("Pair rate limits"). */
const LONGEST_PAIR_MS = 2 * MINUTE;

/** For one person written to too fast: 4^attempts seconds, as Meta asks, and no chance in it: nobody else waits. */
export function pairBackoffMs(attempts: number): number {
  return Math.min(LONGEST_PAIR_MS, 4 ** Math.max(1, attempts) * SECOND);
}

/** A free message may be sent for 24 h after the customer's last; one that waited that long is of no use to anyone. */
const GIVE_UP_AFTER_MS = 24 * HOUR;

export function givesUp(createdAt: Date, now: Date, waitMs: number): boolean {
  return now.getTime() + waitMs - createdAt.getTime() > GIVE_UP_AFTER_MS;
}
