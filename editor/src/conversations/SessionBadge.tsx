/** The state of a session in the words of the house. */

import type { Session } from "@hilo/server/contract";
import { t } from "../i18n/t.ts";
import { StatusPill, type Tone } from "../shell/StatusPill.tsx";
import { endBadge, endSentence } from "./end-reason.ts";

const TONES: Record<Session["status"], Tone> = {
  Active: "busy",
  Paused: "good",
  Completed: "quiet",
  Errored: "bad",
};

export const STATUS_WORDS: Record<Session["status"], string> = {
  // t:
  Active: "Active",
  Paused: "Paused",
  Completed: "Completed",
  Errored: "Errored",
};

const ABOUT: Record<Session["status"], string> = {
  // t:
  Active: "The bot is at work",
  Paused: "Waits for the customer, a timer or an agent",
  Completed: "Ended",
  Errored: "Ended by an error",
};

export function SessionBadge({
  session,
}: {
  session: Pick<Session, "status"> & Partial<Pick<Session, "endReason">>;
}) {
  const { status, endReason = null } = session;
  return (
    <StatusPill tone={TONES[status]} title={endReason === null ? t(ABOUT[status]) : endSentence(endReason)}>
      {endBadge(endReason) ?? t(STATUS_WORDS[status])}
    </StatusPill>
  );
}
