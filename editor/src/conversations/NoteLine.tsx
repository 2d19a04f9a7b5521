/** A note between the messages: for colleagues, never sent. */
import type { Note } from "@hilo/server/contract";
import { IconNote } from "@tabler/icons-react";
import { t } from "../i18n/t.ts";
import { withParts } from "../i18n/with-parts.tsx";
import { fullTime, rowTime } from "../shell/time.ts";
import styles from "./ChatPane.module.css";

export function NoteLine({ note, now }: { note: Note; now: Date }) {
  const { author, text, createdAt } = note;
  return (
    <div className={styles.note}>
      <p className={styles.noteHead}>
        <IconNote size={14} aria-hidden />
        <span>{withParts(t("Note by {who}"), { who: <strong>{author ?? t("A flow")}</strong> })}</span>
        <time dateTime={createdAt} title={fullTime(createdAt)}>
          {rowTime(createdAt, now)}
        </time>
      </p>
      <p className={styles.noteText} dir="auto">
        {text}
      </p>
    </div>
  );
}
