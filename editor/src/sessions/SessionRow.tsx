/** One session of the list: who, which flow, where it stands, how it ended, and the way to end it. */
import { isLiveStatus } from "@hilo/flow-engine";
import type { Session } from "@hilo/server/contract";
import { Button, Tooltip } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { api } from "../api/client.ts";
import { notifyDone, notifyError } from "../api/notify.ts";
import { useNodeNames } from "../conversations/node-names.ts";
import { SessionBadge } from "../conversations/SessionBadge.tsx";
import { ConfirmDialog } from "../shell/ConfirmDialog.tsx";
import { ago, fullTime } from "../shell/time.ts";
import { useNow } from "../shell/use-now.ts";
import styles from "./SessionsPage.module.css";

/** Why a session ended, in words. Reasons that are not here are shown as they are. */
const REASONS: Record<string, string> = {
  finished: "Reached the end",
  expired: "The customer stopped answering",
  interrupted: "Ended before its end",
  "taken-over": "An agent took over",
  "opted-out": "The customer opted out",
  limit: "Stopped by a limit",
  error: "Stopped by an error",
};

const reasonOf = (session: Session) =>
  session.endReason === null ? null : (REASONS[session.endReason] ?? session.endReason);

export function SessionRow({ session }: { session: Session }) {
  const now = useNow();
  const nameOf = useNodeNames(session.flowId);
  const lives = isLiveStatus(session.status);
  const place = session.nodeId ? nameOf(session.nodeId) : null;
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <Link to={`/conversations/${session.conversationId}`} className={styles.name}>
          {session.contact.name ?? "Somebody"}
        </Link>
        <p className={styles.flow}>{session.flowName}</p>
      </div>
      <div className={styles.status}>
        <SessionBadge status={session.status} />
      </div>
      <div className={styles.place}>
        {session.error ? (
          <Tooltip label={session.error.code}>
            <p className={styles.error}>{session.error.message}</p>
          </Tooltip>
        ) : (
          <p>{lives ? place && `At “${place}”` : reasonOf(session)}</p>
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
      notifyDone("The session was ended");
    },
    onError: (thrown) => notifyError("The session was not ended", thrown),
  });
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
        End
      </Button>
      <ConfirmDialog
        opened={asking}
        title="End this session?"
        confirm="End the session"
        busy={end.isPending}
        onConfirm={() => end.mutate()}
        onClose={() => setAsking(false)}
      >
        {session.contact.name ?? "The customer"} leaves “{session.flowName}” where they stand, without a
        message. Their next keyword starts a new run.
      </ConfirmDialog>
    </>
  );
}
