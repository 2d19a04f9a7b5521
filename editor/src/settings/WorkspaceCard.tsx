/** What the workspace is called and who you are in it. */
import { Paper } from "@mantine/core";
import { useMe } from "../shell/use-me.ts";
import styles from "./Settings.module.css";

export function WorkspaceCard() {
  const me = useMe();
  if (!me) return null;
  const rows = [
    ["Name", me.workspace.name],
    ["Time zone", me.workspace.timeZone],
    ["You are", `${me.user?.name ?? "API key"} (${me.role})`],
  ] as const;
  return (
    <Paper withBorder component="section" className={styles.card} aria-labelledby="workspace-title">
      <h2 id="workspace-title" className={styles.title}>
        Workspace
      </h2>
      <dl className={styles.facts}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Paper>
  );
}
