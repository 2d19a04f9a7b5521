/** One message on the phone: its bubble, what it answers, what the platform made of it, and a way to answer it. */
import type { Message } from "@hilo/server/contract";
import { IconArrowBackUp } from "@tabler/icons-react";
import { deliveryWords } from "../channels/delivery-words.ts";
import { Bubble, type BubbleActions } from "../conversations/bubbles/Bubble.tsx";
import { t } from "../i18n/t.ts";
import styles from "./Chat.module.css";
import { FitNotes } from "./FitNotes.tsx";
import { Quote } from "./Quote.tsx";

interface ChatEntryProps extends BubbleActions {
  message: Message;
  first: boolean;
  /** Its quick replies are gone. */
  spent: boolean;
  business: string;
  quoted: Message | undefined;
  /** Absent: it can't be answered by name, as what has not arrived. */
  onReply?: ((message: Message) => void) | undefined;
}

export function ChatEntry({ message, first, spent, business, quoted, onReply, ...actions }: ChatEntryProps) {
  const mine = message.direction === "in";
  const failed = message.status === "Failed" && !mine;
  return (
    <div className={styles.entry} data-side={mine ? "right" : "left"}>
      <Bubble
        message={message}
        side={mine ? "right" : "left"}
        first={first}
        ticks={mine}
        spent={spent}
        {...(quoted && { quote: <Quote message={quoted} business={business} /> })}
        note={
          failed &&
          t("Never arrived: {reason}", {
            reason: message.error ? deliveryWords(message.error.message) : t("the send failed"),
          })
        }
        {...actions}
      />
      {message.fitNotes && <FitNotes notes={message.fitNotes} />}
      {onReply && (
        <button
          type="button"
          className={styles.reply}
          aria-label={t("Quote and answer")}
          title={t("Quote and answer")}
          onClick={() => onReply(message)}
        >
          <IconArrowBackUp size={16} aria-hidden />
        </button>
      )}
    </div>
  );
}
