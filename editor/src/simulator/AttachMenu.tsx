/** What a phone can send besides words. */
import { Menu } from "@mantine/core";
import {
  type Icon,
  IconAddressBook,
  IconFileText,
  IconHelpHexagon,
  IconMapPin,
  IconMicrophone,
  IconPhoto,
  IconPlus,
  IconSticker2,
  IconThumbUp,
  IconVideo,
} from "@tabler/icons-react";
import styles from "./PhoneScreen.module.css";
import type { PhoneMessage } from "./phone-message.ts";

interface AttachMenuProps {
  onSend: (message: PhoneMessage) => void;
  somewhere: PhoneMessage;
  lastSaid: string | null;
}

/** Samples: what matters to a flow is their kind. */
const SAMPLES: readonly { label: string; icon: Icon; message: PhoneMessage }[] = [
  { label: "Photo", icon: IconPhoto, message: { type: "image" } },
  { label: "Video", icon: IconVideo, message: { type: "video" } },
  { label: "Voice note", icon: IconMicrophone, message: { type: "voice" } },
  { label: "Document", icon: IconFileText, message: { type: "document", filename: "document.pdf" } },
  {
    label: "Contact card",
    icon: IconAddressBook,
    message: { type: "contact", name: "Alex Moreno", phone: "+34600111222" },
  },
  { label: "Sticker", icon: IconSticker2, message: { type: "sticker" } },
];

export function AttachMenu({ onSend, somewhere, lastSaid }: AttachMenuProps) {
  const item = (label: string, Shape: Icon, message: PhoneMessage) => (
    <Menu.Item key={label} leftSection={<Shape size={17} aria-hidden />} onClick={() => onSend(message)}>
      {label}
    </Menu.Item>
  );
  return (
    <Menu position="top-start" shadow="md" radius="md" withinPortal>
      <Menu.Target>
        <button type="button" className={styles.attach} aria-label="Attach">
          <IconPlus size={21} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {item("Location", IconMapPin, somewhere)}
        {SAMPLES.map(({ label, icon, message }) => item(label, icon, message))}
        {lastSaid !== null &&
          item("Thumbs up to the last message", IconThumbUp, {
            type: "reaction",
            messageId: lastSaid,
            emoji: "👍",
          })}
        {item("Something no flow understands", IconHelpHexagon, { type: "unsupported" })}
      </Menu.Dropdown>
    </Menu>
  );
}
