/** How a conversation stands with the platform and with people elsewhere: free entry by an ad, and who drives until when. Pure. */

export interface Standing {
  /** When the customer last came by an ad (WhatsApp). */
  freeEntrySince: Date | null;
  /** Until when messages cost nothing because of it. It does not extend the right to write freely. */
  freeEntryExpiresAt: Date | null;
  /** A person answered outside Hilo: the bot has the conversation again then. */
  humanUntil: Date | null;
}

const HOUR = 3_600_000;
/** WhatsApp "Pricing", free entry points: an answer within 24 h of the customer's message begins 72 h free of charge. */
const ANSWER_WITHIN_MS = 24 * HOUR;
const FREE_MS = 72 * HOUR;

export function afterAdEntry(standing: Standing, at: Date): Standing {
  return { ...standing, freeEntrySince: at };
}

export function afterAnswer(standing: Standing, at: Date): Standing {
  const { freeEntrySince: since, freeEntryExpiresAt: until } = standing;
  if (since === null || at.getTime() - since.getTime() > ANSWER_WITHIN_MS) return standing;
  // Only the first answer counts.
  if (until !== null && until.getTime() - FREE_MS >= since.getTime()) return standing;
  return { ...standing, freeEntryExpiresAt: new Date(at.getTime() + FREE_MS) };
}

/**
 * While somebody of Hilo drives there is nothing to give back later.
 * @param minutes of silence of the bot after each such answer; 0: until it is handed back
 */
export function afterEcho(standing: Standing, mode: "Bot" | "Human", at: Date, minutes: number): Standing {
  if (mode === "Human" && standing.humanUntil === null) return standing;
  return { ...standing, humanUntil: minutes === 0 ? null : new Date(at.getTime() + minutes * 60_000) };
}
