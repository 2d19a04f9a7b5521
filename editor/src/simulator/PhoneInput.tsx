/** Where the customer writes, with what else a phone can send. */
import { IconSend2 } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { AttachMenu } from "./AttachMenu.tsx";
import styles from "./PhoneScreen.module.css";
import type { PhoneMessage } from "./phone-message.ts";

export interface PhoneInputProps {
  text: string;
  onText: (text: string) => void;
  onSend: (message: PhoneMessage) => void;
  /** The place that "Location" sends. */
  somewhere: PhoneMessage;
  /** waMessageId of what the business said last; null before it said anything. */
  lastSaid: string | null;
}

export function PhoneInput({ text, onText, onSend, somewhere, lastSaid }: PhoneInputProps) {
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);

  const submit = () => {
    if (text.trim() === "") return;
    onSend({ type: "text", text });
    onText("");
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter chooses a word.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };

  return (
    <form
      className={styles.input}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={styles.field}>
        <AttachMenu onSend={onSend} somewhere={somewhere} lastSaid={lastSaid} />
        <textarea
          ref={input}
          rows={1}
          maxLength={4_096}
          placeholder="Message"
          aria-label="Message"
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <button type="submit" className={styles.send} aria-label="Send" disabled={text.trim() === ""}>
        <IconSend2 size={20} aria-hidden />
      </button>
    </form>
  );
}
