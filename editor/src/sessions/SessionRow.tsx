/** One session of the list: who, which flow, where it stands, how it ended, and the way to end it. */

import { isLiveStatus } from "@hilo/flow-engine";
import type { Session } from "@hilo/server/contract";
import { Button, Tooltip } from "@mantine/core";
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

export function SessionRow({ session }: { session: Session }) {
  const now = useNow();
  const nameOf = useNodeNames(session.flowId);
  const lives = isLiveStatus(session.status);
  const place = session.nodeId ? nameOf(session.nodeId) : null;
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <Link to={`/conversations/${session.conversationId}`} className={styles.name}>
          {session.contact.name ?? t("Somebody")}
        </Link>
        <p className={styles.flow}>{session.flowName}</p>
      </div>
      <div className={styles.status}>
        <SessionBadge session={session} />
      </div>
      <div className={styles.place}>
        {session.error ? (
          <Tooltip label={session.error.code}>
            <p className={styles.error}>{session.error.message}</p>
          </Tooltip>
        ) : (
          <p>
            {lives
              ? place && t("At “{place}”", { place })
              : session.endReason && endSentence(session.endReason)}
          </p>
        )}
      </div>
      <time className={styles.time} dateTime={session.updatedAt} title={fullTime(session.updatedAt)}>
        {ago(session.updatedAt, now)}
      </time>
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
