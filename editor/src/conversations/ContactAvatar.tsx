/** A contact's initials in a colour of their own, with the channel they write on. */
import type { Conversation } from "@hilo/server/contract";
import { Avatar } from "@mantine/core";
import {
  IconBrandInstagram,
  IconBrandMessenger,
  IconBrandWhatsapp,
  IconDeviceMobile,
  type TablerIcon,
} from "@tabler/icons-react";
import styles from "./ContactAvatar.module.css";
import { contactName } from "./contact-name.ts";

type Platform = Conversation["channel"]["platform"];

export const PLATFORM_ICONS: Record<Platform, TablerIcon> = {
  whatsapp: IconBrandWhatsapp,
  instagram: IconBrandInstagram,
  messenger: IconBrandMessenger,
  simulator: IconDeviceMobile,
};

export const PLATFORM_NAMES: Record<Platform, string> = {
  whatsapp: "WhatsApp",
  instagram: "Instagram",
  messenger: "Messenger",
  simulator: "Simulator",
};

export interface ContactAvatarProps {
  contact: { id: string; name: string | null; phone: string | null };
  platform: Platform;
  size: number;
}

/** Colours that read on both grounds. */
const COLORS = ["mulberry", "teal", "indigo", "orange", "cyan", "grape", "lime", "blue"];

/** The same contact has the same colour everywhere, whatever its name becomes. */
function colorOf(id: string): string {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + char.charCodeAt(0)) % 9_973;
  return COLORS[sum % COLORS.length] ?? "mulberry";
}

export function ContactAvatar({ contact, platform, size }: ContactAvatarProps) {
  const Icon = PLATFORM_ICONS[platform];
  const named = contact.name?.trim();
  return (
    <span className={styles.avatar}>
      {named ? (
        <Avatar
          name={contactName(contact)}
          color={colorOf(contact.id)}
          radius={999}
          size={size}
          aria-hidden
        />
      ) : (
        <Avatar color={colorOf(contact.id)} radius={999} size={size} aria-hidden />
      )}
      <span className={styles.platform} title={PLATFORM_NAMES[platform]}>
        <Icon size={12} stroke={2} aria-label={PLATFORM_NAMES[platform]} />
      </span>
    </span>
  );
}
