/** Where an agent writes. Closed while the bot answers, and when the channel's 24 hours are over. */

import type { Conversation } from "@hilo/server/contract";
import { Button } from "@mantine/core";
import { IconClockHour4, IconLock, IconSend2 } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { api } from "../api/client.ts";
import { mergeMessage } from "../api/message-pages.ts";
import { newKey } from "../api/new-key.ts";
import { notifyError } from "../api/notify.ts";
import { messagesQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { timeLeft } from "../shell/time.ts";
import { useNow } from "../shell/use-now.ts";
import styles from "./Composer.module.css";
import type { useWheel } from "./use-wheel.ts";

export interface ComposerProps {
  conversation: Conversation;
  wheel: ReturnType<typeof useWheel>;
  text: string;
  onText: (text: string) => void;
}

/** Below this the countdown asks for attention. */
const SOON_MS = 2 * 3_600_000;

export function Composer({ conversation, wheel, text, onText }: ComposerProps) {
  const now = useNow();
  const { windowExpiresAt } = conversation;
  const left = windowExpiresAt ? timeLeft(windowExpiresAt, now) : null;
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
  if (left === null) {
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
  const soon = windowExpiresAt !== null && new Date(windowExpiresAt).getTime() - now.getTime() < SOON_MS;
  return (
    <div className={styles.composer}>
      <WriteBox conversationId={conversation.id} text={text} onText={onText} />
      <p className={styles.left} data-soon={soon || undefined}>
        <IconClockHour4 size={14} aria-hidden />
        {t("Free text for another {time}", { time: left })}
      </p>
    </div>
  );
}

interface WriteBoxProps {
  conversationId: string;
  text: string;
  onText: (text: string) => void;
}

function WriteBox({ conversationId, text, onText }: WriteBoxProps) {
  const client = useQueryClient();
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  const send = useMutation({
    mutationFn: (words: string) =>
      api.messages.send({ conversationId, content: { type: "text", text: words }, clientKey: newKey() }),
    onSuccess: (message) =>
      client.setQueryData(messagesQuery(conversationId).queryKey, (old) => old && mergeMessage(old, message)),
    onError: (thrown, words) => {
      // What was written comes back, unless something else has been begun.
      if (input.current?.value === "") onText(words);
      notifyError(t("The message was not sent"), thrown);
    },
  });
  const submit = () => {
    if (text.trim() === "") return;
    send.mutate(text);
    onText("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter chooses a word.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <textarea
        ref={input}
        rows={1}
        maxLength={4_096}
        placeholder={t("Write a message")}
        aria-label={t("Message")}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" aria-label={t("Send")} disabled={text.trim() === ""}>
        <IconSend2 size={20} aria-hidden />
      </button>
    </form>
  );
}
