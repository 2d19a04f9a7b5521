/** Under the phone: what happened. The flow that runs, where it stands, what it remembers. */
import { isLiveStatus } from "@hilo/flow-engine";
import type { Session } from "@hilo/server/contract";
import { Button } from "@mantine/core";
import { IconChevronDown, IconPlayerPlay, IconPlayerTrackNext } from "@tabler/icons-react";
import { useId, useState } from "react";
import { endSentence } from "../conversations/end-reason.ts";
import { useNodeNames } from "../conversations/node-names.ts";
import { SessionBadge } from "../conversations/SessionBadge.tsx";
import { t } from "../i18n/t.ts";
import { printed } from "./example-variables.ts";
import styles from "./RunLog.module.css";

interface RunLogProps {
  session: Session | null;
  /** Lets the time pass that the session waits for. */
  onSkipWait(): void;
  skipping: boolean;
  /** Absent where there is no flow on a canvas. */
  onPlayFrom: (() => void) | undefined;
}

export function RunLog({ session, onSkipWait, skipping, onPlayFrom }: RunLogProps) {
  const [open, setOpen] = useState(true);
  const names = useNodeNames(session?.flowId);
  const id = useId();
  if (!session) {
    return (
      <div className={styles.log}>
        <p className={styles.nothing}>{t("No flow has run in this chat yet.")}</p>
      </div>
    );
  }
  const { nodeId } = session;
  const variables = Object.entries(session.variables);
  const lives = isLiveStatus(session.status);
  return (
    <div className={styles.log}>
      <button
        type="button"
        className={styles.top}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.flow}>{session.flowName}</span>
        <SessionBadge session={session} />
        <IconChevronDown className={styles.chevron} data-open={open || undefined} size={16} aria-hidden />
      </button>
      {open && (
        <div id={id} className={styles.body}>
          <p className={styles.stands}>
            {lives ? t("Stands at") : t("Ended at")} <strong>{nodeId ? names(nodeId) : t("the end")}</strong>
            {!lives && session.endReason && `: ${endSentence(session.endReason)}`}
          </p>
          <div className={styles.again}>
            {session.status === "Paused" && (
              <Button
                size="compact-xs"
                variant="light"
                leftSection={<IconPlayerTrackNext size={14} aria-hidden />}
                loading={skipping}
                onClick={onSkipWait}
              >
                {t("Skip the wait")}
              </Button>
            )}
            {onPlayFrom && (
              <Button
                size="compact-xs"
                variant="subtle"
                leftSection={<IconPlayerPlay size={14} aria-hidden />}
                onClick={onPlayFrom}
              >
                {t("Play from a step…")}
              </Button>
            )}
          </div>
          {session.error && <p className={styles.error}>{session.error.message}</p>}
          {variables.length > 0 && (
            <dl className={styles.variables}>
              {variables.map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd title={printed(value)}>{printed(value)}</dd>
                </div>
              ))}
            </dl>
          )}
        </div>
      )}
    </div>
  );
}
