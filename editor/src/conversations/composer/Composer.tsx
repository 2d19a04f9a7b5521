/** Where an agent writes: to the customer, or a note for colleagues. To the customer not while the bot answers, nor when the channel's 24 hours are over. */
import type { Conversation } from "@hilo/server/contract";
import { Button } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconClockHour4, IconLock, IconNote, IconTemplate } from "@tabler/icons-react";
import { useState } from "react";
import { t } from "../../i18n/t.ts";
import { timeLeft } from "../../shell/time.ts";
import { useMe } from "../../shell/use-me.ts";
import { useNow } from "../../shell/use-now.ts";
import type { useWheel } from "../use-wheel.ts";
import styles from "./Composer.module.css";
import { NoteBox } from "./NoteBox.tsx";
import { ReplyBox } from "./ReplyBox.tsx";
import { TemplateDialog } from "./TemplateDialog.tsx";
import { type Send, useSend } from "./use-send.ts";

export interface ComposerProps {
  conversation: Conversation;
  wheel: ReturnType<typeof useWheel>;
  text: string;
  onText: (text: string) => void;
}

/** Below this the countdown asks for attention. */
const SOON_MS = 2 * 3_600_000;

export function Composer(props: ComposerProps) {
  const { conversation } = props;
  const send = useSend(conversation.id);
  const [noting, setNoting] = useState(false);
  const [note, setNote] = useState("");
  const [choosing, setChoosing] = useState(false);
  useHotkeys(
    [
      ["alt+N", () => setNoting(true), { usePhysicalKeys: true }],
      ["alt+R", () => setNoting(false), { usePhysicalKeys: true }],
    ],
    [],
  );
  const me = useMe();
  if (me?.role === "viewer") return null;
  const templates = conversation.channel.platform === "whatsapp" && (
    <Tool icon={<IconTemplate size={15} aria-hidden />} onClick={() => setChoosing(true)}>
      {t("Send a template…")}
    </Tool>
  );
  return (
    <div className={styles.composer} data-note={noting || undefined}>
      {noting ? (
        <NoteBox contactId={conversation.contact.id} text={note} onText={setNote} />
      ) : (
        <Reply {...props} send={send} />
      )}
      <div className={styles.tools}>
        {noting ? (
          <Tool onClick={() => setNoting(false)}>{t("Back to the customer")}</Tool>
        ) : (
          <>
            <Tool icon={<IconNote size={15} aria-hidden />} onClick={() => setNoting(true)}>
              {t("Write a note")}
            </Tool>
            {templates}
            <TimeLeft conversation={conversation} />
          </>
        )}
      </div>
      {choosing && (
        <TemplateDialog conversation={conversation} send={send} onClose={() => setChoosing(false)} />
      )}
    </div>
  );
}

function Tool({ icon, onClick, children }: { icon?: React.ReactNode; onClick(): void; children: string }) {
  return (
    <Button variant="subtle" color="gray" size="compact-xs" leftSection={icon} onClick={onClick}>
      {children}
    </Button>
  );
}

function Reply({ conversation, wheel, text, onText, send }: ComposerProps & { send: Send }) {
  const now = useNow();
  const { windowExpiresAt } = conversation;
  if (conversation.mode === "Bot") {
    return (
      <div className={styles.closed}>
        <p>{t("The bot writes here. To write yourself, take over.")}</p>
        <Button variant="light" loading={wheel.takeOver.isPending} onClick={() => wheel.takeOver.mutate()}>
          {t("Take over and write")}
        </Button>
      </div>
    );
  }
  if (windowExpiresAt === null || timeLeft(windowExpiresAt, now) === null) {
    return (
      <div className={styles.closed} data-locked>
        <IconLock size={18} aria-hidden />
        <p>
          {windowExpiresAt
            ? t(
                "More than 24 hours have passed since the customer last wrote, so the channel takes no free text. It opens again when they write; until then only an approved template may be sent.",
              )
            : t(
                "This customer has never written, so the channel takes no free text yet: only an approved template may be sent.",
              )}
        </p>
      </div>
    );
  }
  return <ReplyBox conversation={conversation} text={text} onText={onText} send={send} />;
}

function TimeLeft({ conversation: { mode, windowExpiresAt } }: { conversation: Conversation }) {
  const now = useNow();
  const left = windowExpiresAt ? timeLeft(windowExpiresAt, now) : null;
  if (mode === "Bot" || left === null || windowExpiresAt === null) return null;
  const soon = new Date(windowExpiresAt).getTime() - now.getTime() < SOON_MS;
  return (
    <p className={styles.left} data-soon={soon || undefined}>
      <IconClockHour4 size={14} aria-hidden />
      {t("Free text for another {time}", { time: left })}
    </p>
  );
}
