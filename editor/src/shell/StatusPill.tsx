/** A state in one word or a few: a coloured dot, and text that says the same without the colour. */
import type { ReactNode } from "react";
import styles from "./StatusPill.module.css";

export type Tone = "good" | "busy" | "warn" | "bad" | "quiet";

export function StatusPill({ tone, children, title }: { tone: Tone; children: ReactNode; title?: string }) {
  return (
    <span className={styles.pill} data-tone={tone} title={title}>
      <span className={styles.dot} aria-hidden />
      <span className={styles.text}>{children}</span>
    </span>
  );
}
