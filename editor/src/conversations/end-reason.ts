/** Why a session ended, in words: in one for its badge, in a sentence beside it. Reasons that are not here are shown as they are. */
import { t } from "../i18n/t.ts";

const sentences = (): Record<string, string> => ({
  finished: t("Reached the end"),
  expired: t("The customer stopped answering"),
  interrupted: t("Ended before its end"),
  "taken-over": t("An agent took over"),
  "opted-out": t("The customer opted out"),
  limit: t("Stopped by a limit"),
  error: t("Stopped by an error"),
});

/** Where the state alone says too little. */
const badges = (): Record<string, string> => ({
  expired: t("Expired"),
  interrupted: t("Interrupted"),
  "taken-over": t("Taken over"),
  "opted-out": t("Opted out"),
});

export const endSentence = (reason: string): string => sentences()[reason] ?? reason;
export const endBadge = (reason: string | null): string | undefined =>
  reason === null ? undefined : badges()[reason];
