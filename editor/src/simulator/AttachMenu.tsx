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
import { t } from "../i18n/t.ts";
import styles from "./PhoneScreen.module.css";
import type { PlayedPlatform } from "./phone-memory.ts";
import type { PhoneMessage } from "./phone-message.ts";

interface AttachMenuProps {
  onSend: (message: PhoneMessage) => void;
  somewhere: PhoneMessage;
  lastSaid: string | null;
  platform: PlayedPlatform;
}

interface Sample {
  label: string;
  icon: Icon;
  message: PhoneMessage;
  /** Absent: all of them. */
  on?: readonly PlayedPlatform[];
}

/** What matters to a flow is their kind. */
export const SAMPLES: readonly Sample[] = [
  { label: "Photo", icon: IconPhoto, message: { type: "image" } },
  { label: "Video", icon: IconVideo, message: { type: "video" } },
  { label: "Voice note", icon: IconMicrophone, message: { type: "voice" } },
  {
    label: "Document",
    icon: IconFileText,
    message: { type: "document", filename: "document.pdf" },
    on: ["whatsapp", "messenger"],
  },
  {
    label: "Contact card",
    icon: IconAddressBook,
    message: { type: "contact", name: "Alex Moreno", phone: "+34600111222" },
    on: ["whatsapp"],
  },
  { label: "Sticker", icon: IconSticker2, message: { type: "sticker" } },
];

export function AttachMenu({ onSend, somewhere, lastSaid, platform }: AttachMenuProps) {
  const offered = SAMPLES.filter(({ on }) => on === undefined || on.includes(platform));
  const item = (label: string, Shape: Icon, message: PhoneMessage) => (
    <Menu.Item key={label} leftSection={<Shape size={17} aria-hidden />} onClick={() => onSend(message)}>
      {label}
    </Menu.Item>
  );
  return (
    <Menu position="top-start" shadow="md" radius="md" withinPortal>
      <Menu.Target>
        <button type="button" className={styles.attach} aria-label={t("Attach")}>
          <IconPlus size={21} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {platform === "whatsapp" && item(t("Location"), IconMapPin, somewhere)}
        {offered.map(({ label, icon, message }) => item(t(label), icon, message))}
        {lastSaid !== null &&
          item(t("Thumbs up to the last message"), IconThumbUp, {
            type: "reaction",
            messageId: lastSaid,
            emoji: "👍",
          })}
        {item(t("Something no flow understands"), IconHelpHexagon, { type: "unsupported" })}
      </Menu.Dropdown>
    </Menu>
  );
}
