/** Live counters of what a channel accepts. */
import { t } from "../../i18n/t.ts";

/** `17/20`, and whether it is too much. */
export function counted(text: string, limit: number): { label: string; over: boolean } {
  const length = text.length;
  return { label: `${length}/${limit}`, over: length > limit };
}

/** Said under a field that is over its limit; templates may end up longer or shorter, so it is no refusal. */
export function overLimit(text: string, limit: number, where = "WhatsApp"): string | undefined {
  const { over } = counted(text, limit);
  return over
    ? t("{where} takes {limit} characters; this is {over} over.", { where, limit, over: text.length - limit })
    : undefined;
}
