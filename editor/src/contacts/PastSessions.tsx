/** The runs a contact was in, the newest first, over all conversations. */
import type { ContactDetail } from "@hilo/server/contract";
import { useQueries } from "@tanstack/react-query";
import { Link } from "react-router";
import { recentSessionsQuery } from "../api/queries.ts";
import { SessionBadge } from "../conversations/SessionBadge.tsx";
import { t } from "../i18n/t.ts";
import { SettingsCard } from "../settings/SettingsCard.tsx";
import { ago, fullTime } from "../shell/time.ts";
import { useNow } from "../shell/use-now.ts";
import styles from "./contacts.module.css";

/** The rest is in the conversations. */
const SHOWN = 10;

export function PastSessions({ conversations }: Pick<ContactDetail, "conversations">) {
  const now = useNow();
  const answers = useQueries({ queries: conversations.map(({ id }) => recentSessionsQuery(id)) });
  const sessions = answers
    .flatMap(({ data }) => data?.items ?? [])
    .sort((a, b) => b.startedAt.localeCompare(a.startedAt))
    .slice(0, SHOWN);
  return (
    <SettingsCard title={t("Sessions")}>
      {sessions.length === 0 && !answers.some(({ isPending }) => isPending) && (
        <p className={styles.none}>{t("Was in no flow yet.")}</p>
      )}
      <ul className={styles.items}>
        {sessions.map((session) => (
          <li key={session.id} className={styles.item}>
            <div className={styles.itemWords}>
              <p className={styles.itemName}>
                <Link to={`/flows/${session.flowId}`}>{session.flowName}</Link>
              </p>
              <p className={styles.soft} title={fullTime(session.startedAt)}>
                {ago(session.startedAt, now)}
              </p>
            </div>
            <SessionBadge session={session} />
          </li>
        ))}
      </ul>
    </SettingsCard>
  );
}
