/** What the simulator does besides chatting: runs the draft, from its start or a step, and lets time pass. */
import { useMutation } from "@tanstack/react-query";
import { api } from "../api/client.ts";
import { notifyDone, notifyError } from "../api/notify.ts";
import { t } from "../i18n/t.ts";
import type { ClockTarget } from "./ClockBar.tsx";
import type { Phone } from "./use-person.ts";
import { personOf } from "./use-phone.ts";

/** What happens as if the time had come. */
export const PASSED = {
  wake: "The wait is over",
  timeout: "As if no answer had come in time",
  expiry: "As if the conversation had expired",
  trigger: "A date of this person has come",
} as const;

interface From {
  nodeId?: string;
  variables?: Record<string, unknown>;
}

export function useRuns(
  chat: Phone | undefined,
  flowId: string | undefined,
  {
    beforeRun,
    setClock,
  }: { beforeRun: (() => Promise<boolean>) | undefined; setClock(aheadS: number): void },
) {
  const runDraft = useMutation({
    mutationFn: async (from: From) => {
      if (beforeRun && !(await beforeRun())) throw new Error(t("The last changes are not saved yet."));
      if (chat && flowId) await api.simulator.runDraft({ ...personOf(chat), flowId, ...from });
    },
    onError: (thrown) => notifyError(t("The draft can't be run"), thrown),
  });
  const moveClock = useMutation({
    mutationFn: async (target: ClockTarget) => {
      if (!chat) throw new Error("there is no phone");
      return api.simulator.moveClock({ ...personOf(chat), target });
    },
    onSuccess: ({ clockAheadS, passed }, target) => {
      setClock(clockAheadS);
      const last = passed.at(-1);
      if (last) notifyDone(t(PASSED[last]));
      else if (target === "next-timer") notifyDone(t("Nothing here waits for time"));
    },
    onError: (thrown) => notifyError(t("Time did not pass"), thrown),
  });
  return { runDraft, moveClock };
}
