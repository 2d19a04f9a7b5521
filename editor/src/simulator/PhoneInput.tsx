/** Where the customer writes, with what else a phone can send. */
import type { Message } from "@hilo/server/contract";
import { CloseButton } from "@mantine/core";
import { IconSend2 } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { t } from "../i18n/t.ts";
import { AttachMenu } from "./AttachMenu.tsx";
import chat from "./Chat.module.css";
import styles from "./PhoneScreen.module.css";
import type { PlayedPlatform } from "./phone-memory.ts";
import type { PhoneMessage } from "./phone-message.ts";
import { Quote } from "./Quote.tsx";

export interface PhoneInputProps {
  text: string;
  onText: (text: string) => void;
  onSend: (message: PhoneMessage) => void;
  /** The place that "Location" sends. */
  somewhere: PhoneMessage;
  /** waMessageId of what the business said last; null before it said anything. */
  lastSaid: string | null;
  platform: PlayedPlatform;
  /** The message that is being answered. */
  answered: Message | null;
  business: string;
  onUnanswer: () => void;
}

export function PhoneInput(props: PhoneInputProps) {
  const { text, onText, onSend, somewhere, lastSaid, platform, answered, business, onUnanswer } = props;
  const input = useRef<HTMLTextAreaElement>(null);
  // Also once there is something to answer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another message to answer is the reason to look again
  useEffect(() => input.current?.focus({ preventScroll: true }), [answered]);

  const submit = () => {
    if (text.trim() === "") return;
    onSend({ type: "text", text });
    onText("");
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter chooses a word.
    if (event.key === "Escape" && answered) {
      // The panel has Escape for itself.
      event.stopPropagation();
      onUnanswer();
    }
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };

  return (
    <>
      {answered && (
        <div className={chat.answering}>
          <Quote message={answered} business={business} />
          <CloseButton size="sm" aria-label={t("Answer no message in particular")} onClick={onUnanswer} />
        </div>
      )}
      <form
        className={styles.input}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className={styles.field}>
          <AttachMenu onSend={onSend} somewhere={somewhere} lastSaid={lastSaid} platform={platform} />
          <textarea
            ref={input}
            rows={1}
            maxLength={4_096}
            placeholder={t("Message")}
            aria-label={t("Message")}
            value={text}
            onChange={(event) => onText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        </div>
        <button type="submit" className={styles.send} aria-label={t("Send")} disabled={text.trim() === ""}>
          <IconSend2 size={20} aria-hidden />
        </button>
      </form>
    </>
  );
}
