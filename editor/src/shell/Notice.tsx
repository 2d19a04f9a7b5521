/** A page, or a part of one, that has nothing else to show: empty, not found, broken. */
import type { ReactNode } from "react";
import styles from "./Notice.module.css";
import { Thread, type ThreadShape } from "./Thread.tsx";

export interface NoticeProps {
  title: string;
  children?: ReactNode;
  /** Buttons under the text. */
  actions?: ReactNode;
  shape?: ThreadShape;
  /** Centred in the whole space rather than at the top of a list. */
  fill?: boolean;
  small?: boolean;
}

export function Notice({
  title,
  children,
  actions,
  shape = "calm",
  fill = false,
  small = false,
}: NoticeProps) {
  return (
    <div className={styles.notice} data-fill={fill || undefined} data-small={small || undefined}>
      <Thread shape={shape} width={small ? 130 : 200} />
      <h2 className={styles.title}>{title}</h2>
      {children && <div className={styles.text}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
