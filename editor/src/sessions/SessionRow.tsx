/** One session of the list: who, which flow, where it stands, how it ended, and the way to end it. */

import { isLiveStatus } from "@hilo/flow-engine";
import type { Session } from "@hilo/server/contract";
import { Button, Checkbox, Tooltip } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { api } from "../api/client.ts";
import { notifyDone, notifyError } from "../api/notify.ts";
import { endSentence } from "../conversations/end-reason.ts";
import { useNodeNames } from "../conversations/node-names.ts";
import { SessionBadge } from "../conversations/SessionBadge.tsx";
import { t } from "../i18n/t.ts";
import { ConfirmDialog } from "../shell/ConfirmDialog.tsx";
import { ago, fullTime } from "../shell/time.ts";
import { useNow } from "../shell/use-now.ts";
import styles from "./SessionsPage.module.css";

interface SessionRowProps {
  session: Session;
  selected: boolean;
  onSelect: () => void;
}

export function SessionRow({ session, selected, onSelect }: SessionRowProps) {
  const now = useNow();
  const nameOf = useNodeNames(session.standsIn?.flowId ?? session.flowId);
  const name = session.contact.name ?? t("Somebody");
  const lives = isLiveStatus(session.status);
  const place = session.nodeId ? nameOf(session.nodeId) : null;
  return (
    <li className={styles.row} data-selected={selected || undefined}>
      <div className={styles.check}>
        {lives && (
          <Checkbox
            size="xs"
            aria-label={t("Select the session of {name}", { name })}
            checked={selected}
            onChange={onSelect}
          />
        )}
      </div>
      <div className={styles.who}>
        <Link to={`/conversations/${session.conversationId}`} className={styles.name}>
          {name}
        </Link>
        <p className={styles.flow}>{session.flowName}</p>
      </div>
      <div className={styles.status}>
        <SessionBadge session={session} />
      </div>
      <div className={styles.place}>
        {session.error ? (
          <Tooltip label={session.error.message} multiline maw={340}>
            <p className={styles.error}>
              {session.error.message} <code>{session.error.code}</code>
            </p>
          </Tooltip>
        ) : (
          <p>
            {lives
              ? place && t("At “{place}”", { place })
              : session.endReason && endSentence(session.endReason)}
          </p>
        )}
      </div>
      <div className={styles.times}>
        <time dateTime={session.updatedAt} title={fullTime(session.updatedAt)}>
          {ago(session.updatedAt, now)}
        </time>
        <time dateTime={session.startedAt} title={fullTime(session.startedAt)}>
          {t("begun {time}", { time: ago(session.startedAt, now) })}
        </time>
      </div>
      <div className={styles.action}>{lives && <EndSession session={session} />}</div>
    </li>
  );
}

function EndSession({ session }: { session: Session }) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const end = useMutation({
    mutationFn: () => api.sessions.end({ id: session.id }),
    onSuccess: async () => {
      setAsking(false);
      await client.invalidateQueries({ queryKey: ["sessions"] });
      notifyDone(t("The session was ended"));
    },
    onError: (thrown) => notifyError(t("The session was not ended"), thrown),
  });
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
        {t("End")}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t("End this session?")}
        confirm={t("End the session")}
        busy={end.isPending}
        onConfirm={() => end.mutate()}
        onClose={() => setAsking(false)}
      >
        {t(
          "{name} leaves “{flow}” where they stand, without a message. Their next keyword starts a new run.",
          { name: session.contact.name ?? t("The customer"), flow: session.flowName },
        )}
      </ConfirmDialog>
    </>
  );
}
