/** A phone beside the canvas: write as a customer and see what the published flows, or this draft, answer. */
import { Loader } from "@mantine/core";
import { useEffect, useState } from "react";
import { t } from "../i18n/t.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { ClockBar } from "./ClockBar.tsx";
import { PhoneScreen } from "./PhoneScreen.tsx";
import { PlayFromDialog } from "./PlayFromDialog.tsx";
import type { SimulatedPerson } from "./phone-memory.ts";
import { playFromNowhere, usePlayFrom } from "./play-from.ts";
import { RunLog } from "./RunLog.tsx";
import { SimulatorBar } from "./SimulatorBar.tsx";
import styles from "./SimulatorPanel.module.css";
import { isWindowOver } from "./simulated-clock.ts";
import type { SimulatorStep } from "./simulator-step.ts";
import { TestsDialog } from "./TestsDialog.tsx";
import { usePhone } from "./use-phone.ts";
import { usePhoneSession } from "./use-phone-session.ts";
import { useRuns } from "./use-runs.ts";

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
  const { people, person, take } = phone;
  const chat = phone.phone.data;
  const session = usePhoneSession(chat?.conversationId, onPath);
  const [draft, setDraft] = useState("");
  const [testing, setTesting] = useState(false);
  const [fromNode, setFromNode] = useState<string | null>(null);
  const { runDraft, moveClock } = useRuns(chat, flowId, { beforeRun, setClock: phone.setClock });
  const wished = usePlayFrom(({ nodeId }) => nodeId);
  useEffect(() => {
    if (wished === null || !chat) return;
    setFromNode(wished);
    playFromNowhere();
  }, [wished, chat]);
  const isOurs = session !== null && session.flowId === flowId;
  const startAnew = async () => {
    await phone.reset.mutateAsync().catch(() => {});
    onPath?.(null);
  };
  const takePerson = (wanted: SimulatedPerson) => {
    if (wanted.phone !== chat?.phone) onPath?.(null);
    take.mutate({ person: wanted });
  };
  const play = (nodeId: string, variables: Record<string, unknown>) => {
    setFromNode(null);
    onPath?.(null);
    runDraft.mutate({ nodeId, variables });
  };

  return (
    <section className={styles.panel} aria-label={t("Simulator")}>
      <SimulatorBar
        person={person}
        people={people}
        busy={phone.reset.isPending || runDraft.isPending}
        onRunDraft={flowId && chat ? () => runDraft.mutate({}) : undefined}
        onNewChat={() => void startAnew()}
        onTests={flowId && chat ? () => setTesting(true) : undefined}
        onTake={takePerson}
        onClose={onClose}
      />
      <div className={styles.device}>
        {phone.phone.isError ? (
          <LoadFailed
            small
            what={t("The phone")}
            error={phone.phone.error}
            onRetry={() => void phone.phone.refetch()}
          />
        ) : chat ? (
          <PhoneScreen
            key={`${chat.platform} ${chat.phone}`}
            phone={phone}
            person={chat}
            onPlatform={(platform) => {
              onPath?.(null);
              take.mutate({ platform });
            }}
            draft={draft}
            onDraft={setDraft}
            {...(flowId && { flowId })}
          />
        ) : (
          <div className={styles.waiting}>
            <Loader type="dots" aria-label={t("Loading")} />
          </div>
        )}
      </div>
      {chat && (
        <ClockBar
          aheadS={chat.clockAheadS}
          moving={moveClock.isPending}
          onMove={(target) => moveClock.mutate(target)}
        />
      )}
      <RunLog
        session={session}
        onSkipWait={() => moveClock.mutate("next-timer")}
        skipping={moveClock.isPending}
        onPlayFrom={flowId ? () => setFromNode((isOurs && session.nodeId) || "start") : undefined}
      />
      {fromNode !== null && (
        <PlayFromDialog
          key={fromNode}
          nodeId={fromNode}
          running={isOurs ? session.variables : {}}
          windowOver={chat !== undefined && isWindowOver(phone.shown, chat.clockAheadS)}
          onPlay={play}
          onClose={() => setFromNode(null)}
        />
      )}
      {testing && chat && (
        <TestsDialog
          person={chat}
          platform={chat.platform}
          messages={phone.shown}
          onClose={() => setTesting(false)}
        />
      )}
    </section>
  );
}
