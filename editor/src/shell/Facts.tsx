/** What is known of something, line by line: a name, and what it is. */
import type { ReactNode } from "react";
import styles from "./Facts.module.css";

export function Facts({ children }: { children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}

export function Fact({ name, dir, children }: { name: string; dir?: "auto"; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir={dir}>{children}</dd>
    </div>
  );
}
