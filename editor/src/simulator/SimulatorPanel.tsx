/** A phone beside the canvas: write as a customer and see what the published flows, or this draft, answer. */
import { Loader } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/client.ts";
import { notifyDone, notifyError } from "../api/notify.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import type { PhoneIdentity } from "./PhoneDialog.tsx";
import { PhoneScreen } from "./PhoneScreen.tsx";
import { RunLog } from "./RunLog.tsx";
import { SimulatorBar } from "./SimulatorBar.tsx";
import styles from "./SimulatorPanel.module.css";
import type { SimulatorStep } from "./simulator-step.ts";
import { somebody } from "./somebody.ts";
import { TestsDialog } from "./TestsDialog.tsx";
import { usePhone } from "./use-phone.ts";
import { usePhoneSession } from "./use-phone-session.ts";

/** What happens as if the time had come. */
const SKIPPED = {
  wake: "The wait is over",
  timeout: "As if no answer had come in time",
  expiry: "As if the conversation had expired",
} as const;

export interface SimulatorPanelProps {
  /** The flow on the canvas; without it, "Run this draft" is not offered. */
  flowId?: string;
  /** Called with each step of the phone's session, and with null when the chat begins anew. */
  onPath?: (step: SimulatorStep | null) => void;
  /** Awaited before the draft runs, so that the server has what is on the canvas. False: it could not be saved. */
  beforeRun?: () => Promise<boolean>;
  onClose: () => void;
}

export function SimulatorPanel({ flowId, onPath, beforeRun, onClose }: SimulatorPanelProps) {
  const phone = usePhone();
  const chat = phone.phone.data;
  const session = usePhoneSession(chat?.conversationId, onPath);
  const [draft, setDraft] = useState("");
  const [testing, setTesting] = useState(false);
  const runDraft = useMutation({
    mutationFn: async () => {
      if (beforeRun && !(await beforeRun())) throw new Error("The last changes are not saved yet.");
      if (chat && flowId) await api.simulator.runDraft({ phone: chat.phone, flowId });
    },
    onError: (thrown) => notifyError("The draft can't be run", thrown),
  });
  const skipWait = useMutation({
    mutationFn: () => api.simulator.skipWait({ phone: chat?.phone ?? "" }),
    onSuccess: ({ skipped }) =>
      notifyDone(skipped ? SKIPPED[skipped.purpose] : "Nothing here waits for time"),
    onError: (thrown) => notifyError("Time did not pass", thrown),
  });
  const startAnew = async () => {
    await phone.reset.mutateAsync().catch(() => {});
    onPath?.(null);
  };
  const take = (identity: PhoneIdentity) => {
    if (identity.phone !== chat?.phone) onPath?.(null);
    phone.take.mutate(identity);
  };

  return (
    <section className={styles.panel} aria-label="Simulator">
      <SimulatorBar
        identity={chat}
        busy={phone.reset.isPending || runDraft.isPending}
        onRunDraft={flowId && chat ? () => runDraft.mutate() : undefined}
        onNewChat={() => void startAnew()}
        onTests={flowId && chat ? () => setTesting(true) : undefined}
        onAnother={() => take(somebody(Math.random))}
        onChange={take}
        onClose={onClose}
      />
      <div className={styles.device}>
        {phone.phone.isError ? (
          <LoadFailed
            small
            what="The phone"
            error={phone.phone.error}
            onRetry={() => void phone.phone.refetch()}
          />
        ) : chat ? (
          <PhoneScreen
            key={chat.phone}
            phone={phone}
            contactId={chat.contactId}
            draft={draft}
            onDraft={setDraft}
            {...(flowId && { flowId })}
          />
        ) : (
          <div className={styles.waiting}>
            <Loader type="dots" aria-label="Loading" />
          </div>
        )}
      </div>
      <RunLog session={session} onSkipWait={() => skipWait.mutate()} skipping={skipWait.isPending} />
      {testing && chat && (
        <TestsDialog identity={chat} messages={phone.shown} onClose={() => setTesting(false)} />
      )}
    </section>
  );
}
