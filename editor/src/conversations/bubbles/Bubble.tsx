/** One message of a chat, on its side, with its time and ticks. */

import type { Message } from "@hilo/server/contract";
import type { ReactNode } from "react";
import { t } from "../../i18n/t.ts";
import { clockTime, fullTime } from "../../shell/time.ts";
import styles from "./Bubble.module.css";
import { MessageBody } from "./MessageBody.tsx";
import { OptionButtons } from "./OptionButtons.tsx";
import { type ShownContent, shownContent } from "./shown-content.ts";
import { Ticks } from "./Ticks.tsx";

/** What can be pressed in a message. Without a handler the thing is shown and can't be pressed. */
export interface BubbleActions {
  onTap?: (option: { id: string; title: string }, message: Message) => void;
  /** The quick reply of a template: it comes back as another kind of tap. */
  onTemplateTap?: (option: { id: string; title: string }, message: Message) => void;
  onOpenList?: (message: Message) => void;
  onSendLocation?: () => void;
  onOpenForm?: (message: Message) => void;
}

export interface BubbleProps extends BubbleActions {
  message: Message;
  /** The reader's own messages stand at the right. */
  side: "left" | "right";
  /** Begins a group: has the tail. */
  first: boolean;
  /** Ticks are for those who sent the message. */
  ticks: boolean;
  /** Above the bubble: who said it. */
  label?: ReactNode;
  /** Below it: why it failed. */
  note?: ReactNode;
  /** In the bubble, above what is said: the message that this one answers. */
  quote?: ReactNode;
  /** What can be pressed is gone, as quick replies are once somebody has answered. */
  spent?: boolean;
  /** Shown on hover: why it was said. */
  why?: string;
}

export function Bubble({
  message,
  side,
  first,
  ticks,
  label,
  note,
  quote,
  spent,
  why,
  ...actions
}: BubbleProps) {
  const shown = shownContent(message);
  const bare =
    shown.from !== "unreadable" && shown.content.type === "media" && shown.content.media.kind === "sticker";
  const time = clockTime(message.createdAt);
  return (
    <div className={styles.line} data-side={side} data-first={first || undefined}>
      {label && <div className={styles.label}>{label}</div>}
      <div
        className={styles.bubble}
        data-bare={bare || undefined}
        data-wordless={isWordless(shown) || undefined}
        data-status={message.status}
        title={why}
      >
        {quote}
        <MessageBody shown={shown} />
        <span className={styles.room} data-ticks={ticks || undefined} aria-hidden>
          {time}
        </span>
        <span className={styles.meta}>
          <time dateTime={message.createdAt} title={fullTime(message.createdAt)}>
            {time}
          </time>
          {message.editedAt && <span title={revisionsOf(message)}>{t("edited")}</span>}
          {ticks && <Ticks status={message.status} />}
        </span>
      </div>
      {message.reaction && (
        <span className={styles.reaction} title={t("The customer's reaction")}>
          {message.reaction}
        </span>
      )}
      {!spent && <OptionButtons shown={shown} message={message} {...actions} />}
      {note && <div className={styles.note}>{note}</div>}
    </div>
  );
}

/** Nothing but cards, which stand below the bubble. */
const isWordless = (shown: ShownContent): boolean =>
  shown.from === "business" && shown.content.type === "carousel" && shown.content.text === "";

/** What it said before, oldest first. */
function revisionsOf({ revisions = [] }: Message): string {
  const words = revisions.map(({ content }) => (typeof content.text === "string" ? content.text : "…"));
  return t("Before: {words}", { words: words.join(" → ") });
}
