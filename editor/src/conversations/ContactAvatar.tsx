/** A contact's initials in a colour of their own, with the channel they write on. */

import { t } from "../i18n/t.ts";
import { InitialsAvatar } from "../shell/InitialsAvatar.tsx";
import { PLATFORM_ICONS, PLATFORM_NAMES, type Platform } from "../shell/platforms.ts";
import styles from "./ContactAvatar.module.css";

export interface ContactAvatarProps {
  contact: { id: string; name: string | null; phone: string | null };
  /** Left out where it is on none. */
  platform?: Platform | undefined;
  size: number;
}

export function ContactAvatar({ contact, platform, size }: ContactAvatarProps) {
  const Icon = platform && PLATFORM_ICONS[platform];
  return (
    <span className={styles.avatar}>
      <InitialsAvatar id={contact.id} name={contact.name} size={size} aria-hidden />
      {platform && Icon && (
        <span className={styles.platform} title={t(PLATFORM_NAMES[platform])}>
          <Icon size={12} stroke={2} aria-label={t(PLATFORM_NAMES[platform])} />
        </span>
      )}
    </span>
  );
}
