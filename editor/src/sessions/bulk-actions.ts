/** What can be done to many sessions at once: the request, and its words before and after. */
import type { ChosenSessions, SessionsDone, WhyNotDone } from "@hilo/server/contract";
import { api } from "../api/client.ts";
import { t, tCount } from "../i18n/t.ts";

export type BulkAction = "end" | "move" | "resume";

export const REQUESTS: Record<BulkAction, (chosen: ChosenSessions) => Promise<SessionsDone>> = {
  end: (chosen) => api.sessions.endMany(chosen),
  move: (chosen) => api.sessions.moveMany(chosen),
  resume: (chosen) => api.sessions.resumeMany(chosen),
};

interface Words {
  button: string;
  question: string;
  /** What will happen, before it does. */
  about: string;
  done(count: number): string;
}

export const wordsOf: Record<BulkAction, () => Words> = {
  resume: () => ({
    button: t("Go on now"),
    question: t("Send these sessions on?"),
    about: t("Those that wait for a time go on at once, as if it had come. Others stay where they are."),
    done: (count) => tCount(count, "1 session went on", "{count} sessions went on"),
  }),
  move: () => ({
    button: t("Move to the newest version"),
    question: t("Move these sessions?"),
    about: t(
      "They go on in the version of their flow that is published now, where their step is still in it. Others finish on the version they have.",
    ),
    done: (count) => tCount(count, "1 session was moved", "{count} sessions were moved"),
  }),
  end: () => ({
    button: t("End them"),
    question: t("End these sessions?"),
    about: t(
      "They end where they stand, without a message. The next keyword of each customer starts a new run.",
    ),
    done: (count) => tCount(count, "1 session was ended", "{count} sessions were ended"),
  }),
};

const REASONS: Record<WhyNotDone, string> = {
  // t:
  "not-found": "It does not exist any more",
  ended: "It had ended already",
  "not-published": "Its flow is not published",
  newest: "It runs the newest version",
  "step-gone": "Its step is not in the newest version",
  "not-in-flow": "It went on in another flow",
  "not-waiting": "It does not wait for a time",
  agent: "A person has the chat: it goes on when the bot does",
  later: "It will be done in a moment",
  failed: "It could not be done; see the webhook log",
};

export const reasonSentence = (reason: WhyNotDone): string => t(REASONS[reason]);
