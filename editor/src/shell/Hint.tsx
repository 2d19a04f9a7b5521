/** A boxed sentence that should not be missed: a warning, or what went wrong. */
import { IconAlertCircle, IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import styles from "./Hint.module.css";

export function Hint({ tone, children }: { tone: "warn" | "bad"; children: ReactNode }) {
  const Icon = tone === "bad" ? IconAlertCircle : IconAlertTriangle;
  return (
    <div className={styles.hint} data-tone={tone} role={tone === "bad" ? "alert" : undefined}>
      <Icon size={18} aria-hidden />
      <div className={styles.words}>{children}</div>
    </div>
  );
}
