/** Where the customer writes, with what else a phone can send. */
import { Menu } from "@mantine/core";
import {
  IconHelpHexagon,
  IconMapPin,
  IconPhoto,
  IconPlus,
  IconSend2,
  IconSticker2,
} from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import styles from "./PhoneScreen.module.css";
import type { PhoneMessage } from "./phone-message.ts";

export interface PhoneInputProps {
  text: string;
  onText: (text: string) => void;
  onSend: (message: PhoneMessage) => void;
  /** The place that "Location" sends. */
  somewhere: PhoneMessage;
}

export function PhoneInput({ text, onText, onSend, somewhere }: PhoneInputProps) {
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
        <Menu position="top-start" shadow="md" radius="md" withinPortal>
          <Menu.Target>
            <button type="button" className={styles.attach} aria-label="Attach">
              <IconPlus size={21} aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconMapPin size={17} aria-hidden />} onClick={() => onSend(somewhere)}>
              Location
            </Menu.Item>
            <Menu.Item
              leftSection={<IconPhoto size={17} aria-hidden />}
              onClick={() => onSend({ type: "image" })}
            >
              Photo
            </Menu.Item>
            <Menu.Item
              leftSection={<IconSticker2 size={17} aria-hidden />}
              onClick={() => onSend({ type: "sticker" })}
            >
              Sticker
            </Menu.Item>
            <Menu.Item
              leftSection={<IconHelpHexagon size={17} aria-hidden />}
              onClick={() => onSend({ type: "unsupported" })}
            >
              Something no flow understands
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
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
