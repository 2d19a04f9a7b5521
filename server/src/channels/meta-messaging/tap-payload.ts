/** Taps on Messenger and Instagram do not say which message they are on, so the payload does: `opt-0~0199d2f0-…`. Pure. */

const SEPARATOR = "~";
const NAMED = /^(.*)~([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/s;

/** @param messageId our own id of the message that carries the option */
export function tapPayload(optionId: string, messageId: string): string {
  return `${optionId}${SEPARATOR}${messageId}`;
}

/** A payload that Hilo did not make (an ice breaker, another app's button) is an option's id as it stands. */
export function readTapPayload(payload: string): { optionId: string; messageId: string | null } {
  const [, optionId, messageId] = NAMED.exec(payload) ?? [];
  return optionId !== undefined && messageId !== undefined
    ? { optionId, messageId }
    : { optionId: payload, messageId: null };
}
