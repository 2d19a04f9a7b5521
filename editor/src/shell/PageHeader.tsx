/** The top of a page: workspace, title, one line about it, and its main action. */
import type { ReactNode } from "react";
import styles from "./PageHeader.module.css";
import { workspaceName } from "./stored-names.ts";
import { useMe } from "./use-me.ts";

export interface PageHeaderProps {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

export function PageHeader({ title, children, action }: PageHeaderProps) {
  const me = useMe();
  return (
    <header className={styles.header}>
      <title>{`${title} · Hilo`}</title>
      <div className={styles.words}>
        <p className={styles.workspace}>{me && workspaceName(me.workspace.name)}</p>
        <h1 className={styles.title}>{title}</h1>
        {children && <p className={styles.about}>{children}</p>}
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </header>
  );
}

/** The column that the lists and forms of a page stand in. */
export function Page({ children }: { children: ReactNode }) {
  return <div className={styles.page}>{children}</div>;
}
