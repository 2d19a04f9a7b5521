/** A contact's initials in a colour of their own, with the channel they write on. */

import { Avatar } from "@mantine/core";
import { t } from "../i18n/t.ts";
import { initials } from "../shell/initials.ts";
import { PLATFORM_ICONS, PLATFORM_NAMES, type Platform } from "../shell/platforms.ts";
import styles from "./ContactAvatar.module.css";

export interface ContactAvatarProps {
  contact: { id: string; name: string | null; phone: string | null };
  /** Left out where it is on none. */
  platform?: Platform | undefined;
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
  const Icon = platform && PLATFORM_ICONS[platform];
  return (
    <span className={styles.avatar}>
      <Avatar color={colorOf(contact.id)} radius={999} size={size} aria-hidden>
        {contact.name?.trim() ? initials(contact.name) : null}
      </Avatar>
      {platform && Icon && (
        <span className={styles.platform} title={t(PLATFORM_NAMES[platform])}>
          <Icon size={12} stroke={2} aria-label={t(PLATFORM_NAMES[platform])} />
        </span>
      )}
    </span>
  );
}
