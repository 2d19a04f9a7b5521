/** Numbers that are written in two ways and are one person's: WhatsApp has the one, people and tables have the other. Pure. */

/** Mexico: WhatsApp keeps the 1 that was once dialled before mobile numbers. */
const MEXICO = /^\+52(1?)(\d{10})$/;
/** Brazil: mobile numbers got a 9 before their eight digits, which WhatsApp leaves out where it came late. Landlines have none. */
const BRAZIL = /^\+55(\d{2})(9?)([6-9]\d{7})$/;

/**
 * @param phone E.164
 * @returns the same number as the other side may write it; null: there is one way only
 */
export function otherWriting(phone: string): string | null {
  const mexico = MEXICO.exec(phone);
  if (mexico) return `+52${mexico[1] ? "" : "1"}${mexico[2]}`;
  const brazil = BRAZIL.exec(phone);
  if (brazil) return `+55${brazil[1]}${brazil[2] ? "" : "9"}${brazil[3]}`;
  return null;
}
