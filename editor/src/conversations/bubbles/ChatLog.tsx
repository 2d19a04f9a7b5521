/** The scrolling part of a chat: stays at the newest message, asks for older ones at the top. */

import { Loader } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { type ReactNode, useRef, useState } from "react";
import { t } from "../../i18n/t.ts";
import styles from "./ChatLog.module.css";

export interface ChatLogProps {
  label: string;
  children: ReactNode;
  older?: { has: boolean; loading: boolean; load: () => void };
}

/** Pixels from the top at which older messages are asked for. */
const NEAR_TOP = 160;
/** Pixels from the bottom past which the way back is offered. */
const FAR_FROM_END = 240;

export function ChatLog({ label, children, older }: ChatLogProps) {
  const box = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState(false);

  const onScroll = () => {
    if (!box.current) return;
    // The column runs upwards: 0 is the newest message, and older ones are at negative positions.
    const { scrollTop, scrollHeight, clientHeight } = box.current;
    setAway(-scrollTop > FAR_FROM_END);
    const toTop = scrollHeight - clientHeight + scrollTop;
    if (older?.has && !older.loading && toTop < NEAR_TOP) older.load();
  };

  return (
    <div className={styles.frame}>
      <div ref={box} className={styles.scroll} onScroll={onScroll}>
        <div className={styles.inner} role="log" aria-label={label} aria-live="polite">
          {older?.has && (
            <div className={styles.older}>
              {older.loading ? (
                <Loader size="xs" />
              ) : (
                <button type="button" onClick={older.load}>
                  {t("Earlier messages")}
                </button>
              )}
            </div>
          )}
          {children}
        </div>
      </div>
      {away && (
        <button
          type="button"
          className={styles.down}
          aria-label={t("To the newest message")}
          onClick={() => box.current?.scrollTo({ top: 0, behavior: "smooth" })}
        >
          <IconChevronDown size={20} aria-hidden />
        </button>
      )}
    </div>
  );
}
