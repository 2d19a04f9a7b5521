/** Somebody is writing. */
import { t } from "../../i18n/t.ts";
import styles from "./Bubble.module.css";

export function TypingDots({ side, who }: { side: "left" | "right"; who: string }) {
  return (
    <div className={styles.line} data-side={side} data-first>
      <div
        className={`${styles.bubble} ${styles.typing}`}
        role="status"
        aria-label={t("{who} is writing", { who })}
      >
        <span />
        <span />
        <span />
      </div>
    </div>
  );
}
