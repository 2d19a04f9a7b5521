/** The message that another one answers, in one line. */
import type { Message } from "@hilo/server/contract";
import { shownContent } from "../conversations/bubbles/shown-content.ts";
import { t } from "../i18n/t.ts";
import styles from "./Chat.module.css";

export function Quote({ message, business }: { message: Message; business: string }) {
  return (
    <span className={styles.quote}>
      <strong>{message.direction === "in" ? t("You") : business}</strong>
      <span>{inOneLine(message)}</span>
    </span>
  );
}

function inOneLine(message: Message): string {
  const shown = shownContent(message);
  if (shown.from === "unreadable") return t("A message");
  const { content } = shown;
  if ("text" in content && content.text) return content.text;
  if (content.type === "tap") return content.tap.title;
  if (content.type === "media") return t("A file");
  return t("A message");
}
