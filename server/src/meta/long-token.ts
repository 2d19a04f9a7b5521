/** A token that lasts, from either sign-in. */

export interface LongToken {
  accessToken: string;
  /** Null: it does not end, or Meta did not say. */
  expiresAt: Date | null;
}

/** @param seconds that it lasts from now on; 0 or nothing where it does not end */
export const expiryOf = (seconds: number | undefined): Date | null =>
  seconds ? new Date(Date.now() + seconds * 1000) : null;
