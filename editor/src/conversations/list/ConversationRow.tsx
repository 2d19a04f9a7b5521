/** One conversation of the list: who, the last words, when, and what is unread. */

import type { Conversation } from "@hilo/server/contract";
import { IconCornerUpLeft, IconHeadset } from "@tabler/icons-react";
import { NavLink, useLocation } from "react-router";
import { t } from "../../i18n/t.ts";
import { fullTime, rowTime } from "../../shell/time.ts";
import { ContactAvatar } from "../ContactAvatar.tsx";
import { contactName } from "../contact-name.ts";
import styles from "./ConversationList.module.css";

export interface ConversationRowProps {
  conversation: Conversation;
  now: Date;
  open: boolean;
}

export function ConversationRow({ conversation, now, open }: ConversationRowProps) {
  const { contact, lastMessage, unread, mode, assignee } = conversation;
  const { search: address } = useLocation();
  return (
    <li>
      <NavLink
        to={{ pathname: `/conversations/${conversation.id}`, search: address }}
        className={styles.row ?? ""}
        aria-current={open ? "page" : undefined}
      >
        <ContactAvatar contact={contact} platform={conversation.channel.platform} size={42} />
        <span className={styles.words}>
          <span className={styles.line}>
            <span className={styles.name}>{contactName(contact)}</span>
            {lastMessage && (
              <time
                className={styles.time}
                data-unread={unread > 0 || undefined}
                dateTime={lastMessage.at}
                title={fullTime(lastMessage.at)}
              >
                {rowTime(lastMessage.at, now)}
              </time>
            )}
          </span>
          <span className={styles.line}>
            <span className={styles.preview} data-unread={unread > 0 || undefined}>
              {lastMessage?.direction === "out" && <IconCornerUpLeft size={13} aria-label={t("Sent:")} />}
              {lastMessage?.preview || t("No messages")}
            </span>
            {mode === "Human" && (
              <IconHeadset
                className={styles.human}
                size={16}
                aria-label={assignee ? t("With {name}", { name: assignee.name }) : t("With a person")}
              />
            )}
            {unread > 0 && (
              <span className={styles.badge} title={t("{count} unread", { count: unread })}>
                {unread > 99 ? "99+" : unread}
              </span>
            )}
          </span>
        </span>
      </NavLink>
    </li>
  );
}
