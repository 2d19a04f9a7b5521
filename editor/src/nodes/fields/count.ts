/** Live counters of what a channel accepts. */
import { utf8Bytes } from "@hilo/flow-engine";
import { t } from "../../i18n/t.ts";

/** `17/20`, and whether it is too much. */
export function counted(
  text: string,
  limit: number,
  inBytes = false,
): { label: string; over: boolean; length: number } {
  const length = inBytes ? utf8Bytes(text) : text.length;
  return { label: `${length}/${limit}`, over: length > limit, length };
}

/** Said under a field that is over its limit; templates may end up longer or shorter, so it is no refusal. */
export function overLimit(
  text: string,
  limit: number,
  where = "WhatsApp",
  inBytes = false,
): string | undefined {
  const { over, length } = counted(text, limit, inBytes);
  if (!over) return undefined;
  const values = { where, limit, over: length - limit };
  return inBytes
    ? t("{where} takes {limit} bytes, of which accents and emoji have several; this is {over} over.", values)
    : t("{where} takes {limit} characters; this is {over} over.", values);
}
