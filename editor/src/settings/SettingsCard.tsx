/** A section of the settings: title, a line about it, its main action, its content. */
import { Paper } from "@mantine/core";
import { type ReactNode, useId } from "react";
import styles from "./Settings.module.css";

interface SettingsCardProps {
  title: string;
  about?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}

export function SettingsCard({ title, about, action, children }: SettingsCardProps) {
  const id = useId();
  return (
    <Paper withBorder component="section" className={styles.card} aria-labelledby={id}>
      <header className={styles.head}>
        <div>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          {about && <p className={styles.about}>{about}</p>}
        </div>
        {action}
      </header>
      {children}
    </Paper>
  );
}
