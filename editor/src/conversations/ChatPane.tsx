/** One conversation: who it is with, who answers, what was said, and where an agent writes. */

import type { Conversation } from "@hilo/server/contract";
import { ActionIcon } from "@mantine/core";
import { IconArrowLeft, IconLayoutSidebarRight } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Link, useLocation } from "react-router";
import { api } from "../api/client.ts";
import { useConversationRoom } from "../api/live.tsx";
import { applyConversation } from "../api/live-cache.ts";
import { t } from "../i18n/t.ts";
import { PLATFORM_NAMES } from "../shell/platforms.ts";
import { channelName } from "../shell/stored-names.ts";
import { AgentChat } from "./AgentChat.tsx";
import styles from "./ChatPane.module.css";
import { ContactAvatar } from "./ContactAvatar.tsx";
import { Composer } from "./composer/Composer.tsx";
import { contactName, withPlus } from "./contact-name.ts";
import { DeskBar } from "./DeskBar.tsx";
import { useWheel } from "./use-wheel.ts";
import { WheelBanner } from "./WheelBanner.tsx";

export interface ChatPaneProps {
  conversation: Conversation;
  draft: string;
  onDraft: (text: string) => void;
  onDetails: () => void;
}

export function ChatPane({ conversation, draft, onDraft, onDetails }: ChatPaneProps) {
  const { contact, channel } = conversation;
  const { search: address } = useLocation();
  useConversationRoom(contact.id, conversation.id);
  useMarkRead(conversation);
  const wheel = useWheel(conversation);
  // Where the new messages began when the chat was opened; reading them does not move the line.
  const [unread] = useState(conversation.unread);

  return (
    <div className={styles.pane}>
      <header className={styles.header}>
        <ActionIcon
          component={Link}
          to={{ pathname: "/conversations", search: address }}
          variant="subtle"
          color="gray"
          size="lg"
          className={styles.back}
          aria-label={t("Back to the list")}
        >
          <IconArrowLeft size={20} aria-hidden />
        </ActionIcon>
        <ContactAvatar contact={contact} platform={channel.platform} size={38} />
        <div className={styles.who}>
          <h2 className={styles.name}>{contactName(contact)}</h2>
          <p className={styles.where}>
            {contact.name && contact.phone && `${withPlus(contact.phone)} · `}
            {channel.name === PLATFORM_NAMES[channel.platform]
              ? t(PLATFORM_NAMES[channel.platform])
              : `${t(PLATFORM_NAMES[channel.platform])}, ${channelName(channel)}`}
          </p>
        </div>
        <DeskBar conversation={conversation} wheel={wheel} />
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          className={styles.info}
          aria-label={t("About this contact")}
          onClick={onDetails}
        >
          <IconLayoutSidebarRight size={20} aria-hidden />
        </ActionIcon>
      </header>
      <WheelBanner conversation={conversation} wheel={wheel} />
      <AgentChat conversation={conversation} unread={unread} />
      <Composer conversation={conversation} wheel={wheel} text={draft} onText={onDraft} />
    </div>
  );
}

/** What is on the screen of a person who looks is read. */
function useMarkRead({ id, unread }: Conversation): void {
  const client = useQueryClient();
  useEffect(() => {
    if (unread === 0) return;
    const read = () => {
      if (document.visibilityState === "hidden") return;
      // Nothing to tell when it fails: the badge stays, and the next message tries again.
      api.conversations.read({ id }).then(
        (changed) => applyConversation(client, changed),
        () => {},
      );
    };
    read();
    document.addEventListener("visibilitychange", read);
    return () => document.removeEventListener("visibilitychange", read);
  }, [client, id, unread]);
}
