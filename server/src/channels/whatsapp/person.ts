/** Who somebody is on WhatsApp, by the ids a webhook gives. Pure. */

export interface Person {
  /** The number's digits, or the business-scoped user id of who shows no number. */
  externalId: string;
  /** E.164 with `+`. */
  phone: string | null;
  otherIds: string[];
}

/** People who took a username come without a number; then their business-scoped id stands for them. */
export function personOf(number: string | undefined, userId: string | undefined): Person | null {
  const digits = number?.replace(/^\+/, "");
  if (digits && /^\d{5,20}$/.test(digits))
    return { externalId: digits, phone: `+${digits}`, otherIds: userId ? [userId] : [] };
  // Some versions put the user id where the number was.
  const id = userId ?? number;
  return id ? { externalId: id, phone: null, otherIds: [] } : null;
}
