/** The frame of every page: navigation at the left (at the bottom on phones), the page beside it. */

import {
  IconActivity,
  IconAddressBook,
  IconChartBar,
  IconMessages,
  IconPlugConnected,
  IconSettings,
  IconSitemap,
  type TablerIcon,
} from "@tabler/icons-react";
import { NavLink, Outlet } from "react-router";
import { LiveProvider, useLiveState } from "../api/live.tsx";
import { HeldBanner } from "../channels/HeldBanner.tsx";
import { t } from "../i18n/t.ts";
import styles from "./AppFrame.module.css";
import { CommandPalette } from "./CommandPalette.tsx";
import { Logo } from "./Logo.tsx";
import { UserMenu } from "./UserMenu.tsx";
import "./focus.css";

export interface Place {
  to: string;
  label: string;
  /** On phones. */
  short?: string;
  icon: TablerIcon;
}

const PLACES: readonly Place[] = [
  // t:
  { to: "/flows", label: "Flows", icon: IconSitemap },
  { to: "/conversations", label: "Conversations", short: "Chats", icon: IconMessages },
  { to: "/contacts", label: "Contacts", icon: IconAddressBook },
  { to: "/sessions", label: "Sessions", icon: IconActivity },
  { to: "/analytics", label: "Analytics", icon: IconChartBar },
  { to: "/channels", label: "Channels", icon: IconPlugConnected },
  { to: "/settings", label: "Settings", icon: IconSettings },
];

export function AppFrame() {
  return (
    <LiveProvider>
      <a className={styles.skip} href="#page">
        {t("Skip to the page")}
      </a>
      <div className={styles.frame}>
        <nav className={styles.nav} aria-label={t("Main")}>
          <NavLink
            to="/flows"
            className={styles.logo ?? ""}
            aria-label={t("Hilo, to the flows")}
            tabIndex={-1}
          >
            <Logo size={34} />
          </NavLink>
          <ul className={styles.places}>
            {PLACES.map(({ to, label, short, icon: Icon }) => (
              <li key={to}>
                <NavLink to={to} className={styles.place ?? ""}>
                  <span className={styles.icon}>
                    <Icon size={21} stroke={1.7} aria-hidden />
                  </span>
                  <span className={styles.label}>
                    <span className={styles.long}>{t(label)}</span>
                    <span className={styles.short} aria-hidden>
                      {t(short ?? label)}
                    </span>
                  </span>
                </NavLink>
              </li>
            ))}
          </ul>
          <div className={styles.user}>
            <UserMenu />
          </div>
        </nav>
        <div className={styles.stage}>
          <HeldBanner />
          <main id="page" className={styles.page} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
      <CommandPalette places={PLACES} />
      <Reconnecting />
    </LiveProvider>
  );
}

function Reconnecting() {
  if (useLiveState() !== "offline") return null;
  return (
    <div className={styles.reconnecting} role="status">
      <span className={styles.pulse} aria-hidden />
      {t("Reconnecting. What you see may be a few seconds old.")}
    </div>
  );
}
