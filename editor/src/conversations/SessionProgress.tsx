/** The run a contact is in: its flow, its state, and the steps it has passed, moving live. */

import type { Conversation } from "@hilo/server/contract";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { usePollingFallback } from "../api/live.tsx";
import { sessionEventsQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import styles from "./DetailsPane.module.css";
import { useNodeNames } from "./node-names.ts";
import { SessionBadge } from "./SessionBadge.tsx";
import { sessionPath } from "./session-path.ts";

/** The newest steps; a long walk is told by its number. */
const SHOWN = 10;

export function SessionProgress({ conversation }: { conversation: Conversation }) {
  const { session } = conversation;
  const refetchInterval = usePollingFallback();
  const events = useQuery({
    ...sessionEventsQuery(session?.id ?? ""),
    enabled: session !== null,
    refetchInterval,
  });
  const nameOf = useNodeNames(session?.flowId);
  if (!session) return <p className={styles.quiet}>{t("In no flow. One of its keywords starts one.")}</p>;

  const path = sessionPath(events.data?.items ?? []);
  const passed = path.length > 0 ? path : session.nodeId ? [{ nodeId: session.nodeId }] : [];
  const hidden = Math.max(0, passed.length - SHOWN);
  // A walk may come by the same node again: its place in the walk is what makes a step its own.
  const shown = passed.map((step, at) => ({ ...step, place: `${at}` })).slice(hidden);
  return (
    <>
      <div className={styles.flow}>
        <Link to={`/flows/${session.flowId}`}>{session.flowName}</Link>
        <SessionBadge session={session} />
      </div>
      {hidden > 0 && (
        <p className={styles.quiet}>
          {hidden === 1 ? t("1 earlier step") : t("{count} earlier steps", { count: hidden })}
        </p>
      )}
      <ol className={styles.path} aria-label={t("Steps passed")}>
        {shown.map((step) => (
          <li key={step.place} aria-current={step === shown.at(-1) ? "step" : undefined}>
            {nameOf(step.nodeId)}
          </li>
        ))}
      </ol>
    </>
  );
}
