/** The top of the phone: the business the customer writes to, and which platform's application this is. */
import { Menu } from "@mantine/core";
import { IconArrowLeft, IconCheck, IconChevronDown } from "@tabler/icons-react";
import { t } from "../i18n/t.ts";
import { PLATFORM_ICONS, PLATFORM_NAMES } from "../shell/platforms.ts";
import styles from "./PhoneScreen.module.css";
import { PLATFORMS, type PlayedPlatform } from "./phone-memory.ts";

export interface PhoneHeaderProps {
  name: string;
  typing: boolean;
  platform: PlayedPlatform;
  onPlatform: (platform: PlayedPlatform) => void;
}

export function PhoneHeader({ name, typing, platform, onPlatform }: PhoneHeaderProps) {
  const Mark = PLATFORM_ICONS[platform];
  return (
    <div className={styles.header}>
      <IconArrowLeft size={20} aria-hidden />
      <span className={styles.avatar} aria-hidden>
        {name.trim().charAt(0).toUpperCase() || "H"}
      </span>
      <div className={styles.business}>
        <span className={styles.businessName}>{name}</span>
        <span className={styles.presence} data-typing={typing || undefined}>
          {typing ? t("typing…") : t("online")}
        </span>
      </div>
      <Menu position="bottom-end" shadow="md" radius="md" withinPortal>
        <Menu.Target>
          <button
            type="button"
            className={styles.platform}
            aria-label={t("Played on {platform}: change", { platform: PLATFORM_NAMES[platform] })}
          >
            <Mark size={19} stroke={1.8} aria-hidden />
            <IconChevronDown size={13} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t("Play it on")}</Menu.Label>
          {PLATFORMS.map((one) => {
            const Icon = PLATFORM_ICONS[one];
            return (
              <Menu.Item
                key={one}
                leftSection={<Icon size={17} aria-hidden />}
                rightSection={one === platform && <IconCheck size={15} aria-label={t("Chosen")} />}
                onClick={() => one !== platform && onPlatform(one)}
              >
                {PLATFORM_NAMES[one]}
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
