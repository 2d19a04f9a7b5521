/** The lines between messages: days, and where the unread ones begin. */
import { t } from "../../i18n/t.ts";
import styles from "./Bubble.module.css";

export function DayLine({ label }: { label: string }) {
  return (
    <div className={styles.day}>
      <span>{label}</span>
    </div>
  );
}

export function UnreadLine({ count }: { count: number }) {
  return (
    <div className={styles.unread}>
      <span>{count === 1 ? t("1 unread message") : t("{count} unread messages", { count })}</span>
    </div>
  );
}
