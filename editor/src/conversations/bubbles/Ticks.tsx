/** What became of a message, as the marks everybody knows: clock, one tick, two, two blue, or a warning. */

import type { Message } from "@hilo/server/contract";
import { t } from "../../i18n/t.ts";
import styles from "./Bubble.module.css";

type Status = Message["status"];

const WORDS: Record<Status, string> = {
  // t:
  Received: "Received",
  Pending: "Waiting to be sent",
  Sending: "Being sent",
  Sent: "Sent",
  Delivered: "Delivered",
  Read: "Read",
  Failed: "Not delivered",
  Uncertain: "Sent, but nobody knows yet whether it arrived",
  Cancelled: "Not sent: cancelled",
};

export function Ticks({ status }: { status: Status }) {
  return (
    <svg
      className={styles.ticks}
      data-status={status}
      role="img"
      aria-label={t(WORDS[status])}
      viewBox="0 0 18 12"
      width="17"
      height="12"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <title>{t(WORDS[status])}</title>
      <Mark status={status} />
    </svg>
  );
}

function Mark({ status }: { status: Status }) {
  switch (status) {
    case "Pending":
    case "Sending":
      return (
        <>
          <circle cx="11" cy="6" r="4.6" />
          <path d="M11 3.6V6l1.6 1" />
        </>
      );
    case "Sent":
      return <path d="m6 6.4 2.6 2.7L14 2.9" />;
    case "Received":
    case "Delivered":
    case "Read":
      return <path d="m2 6.4 2.6 2.7L10 2.9M8.4 8.9l.2.2L14 2.9" />;
    case "Failed":
      return (
        <>
          <circle cx="11" cy="6" r="4.8" />
          <path d="M11 3.4v3.1M11 8.6v.01" />
        </>
      );
    case "Uncertain":
      return <path d="M9.2 3.9c.3-1.9 3.7-1.9 3.7.2 0 1.4-1.9 1.5-1.9 3M11 9.7v.01" />;
    case "Cancelled":
      return (
        <>
          <circle cx="11" cy="6" r="4.6" />
          <path d="m8 9 6-6" />
        </>
      );
  }
}
