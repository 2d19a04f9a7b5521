/** The public keyword match, exactly as the contract words it. Flows rank and restrict it further by mode. */
import { normalizeTriggerText } from "./normalize.ts";

/**
 * False when either is empty. Both are normalized; then true when the keyword is `default`, or equals the message,
 * or is contained in it, or equals one of its words between white space.
 * @param messageText null when the message carries no words
 */
export function matchesTrigger(messageText: string | null, triggerKeyword: string): boolean {
  if (!messageText || !triggerKeyword) return false;
  const message = normalizeTriggerText(messageText);
  const keyword = normalizeTriggerText(triggerKeyword);
  if (keyword === "default") return true;
  return message === keyword || message.includes(keyword) || message.split(/\s+/).includes(keyword);
}
