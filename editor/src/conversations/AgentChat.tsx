/** The messages of a conversation as an agent reads them: who said each, why, and what became of it. */

import type { Conversation, Message } from "@hilo/server/contract";
import { Skeleton } from "@mantine/core";
import { IconDeviceMobile, IconHeadset, IconRobot, IconSettings, type TablerIcon } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { usePollingFallback } from "../api/live.tsx";
import { chronological } from "../api/message-pages.ts";
import { messagesQuery, notesQuery } from "../api/queries.ts";
import { deliveryWords } from "../channels/delivery-words.ts";
import { t } from "../i18n/t.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { useNow } from "../shell/use-now.ts";
import { Bubble } from "./bubbles/Bubble.tsx";
import { ChatLog } from "./bubbles/ChatLog.tsx";
import { chatItems, type UnreadMark, unreadMark } from "./bubbles/chat-items.ts";
import { ListSheet } from "./bubbles/ListSheet.tsx";
import { DayLine, UnreadLine } from "./bubbles/Separator.tsx";
import { shownContent } from "./bubbles/shown-content.ts";
import { TypingDots } from "./bubbles/TypingDots.tsx";
import { useTyping } from "./bubbles/use-typing.ts";
import { withNotes } from "./bubbles/with-notes.ts";
import styles from "./ChatPane.module.css";
import { NoteLine } from "./NoteLine.tsx";
import { useCauseNames } from "./node-names.ts";

const AUTHORS: Partial<Record<Message["author"], { icon: TablerIcon; words: string }>> = {
  // t:
  bot: { icon: IconRobot, words: "Bot" },
  agent: { icon: IconHeadset, words: "Agent" },
  echo: { icon: IconDeviceMobile, words: "From the phone" },
  system: { icon: IconSettings, words: "Hilo" },
};

export function AgentChat({ conversation, unread }: { conversation: Conversation; unread: number }) {
  const now = useNow();
  const refetchInterval = usePollingFallback();
  const query = useInfiniteQuery({ ...messagesQuery(conversation.id), refetchInterval });
  const messages = chronological(query.data);
  const notes = useInfiniteQuery({ ...notesQuery(conversation.contact.id), refetchInterval });
  const noted = notes.data?.pages.flatMap(({ items }) => items) ?? [];
  const causeName = useCauseNames(messages.flatMap((message) => message.cause?.sessionId ?? []));
  const typing = useTyping(conversation.contact.id);
  const mark = useMark(messages, unread, query.isSuccess);
  const [list, setList] = useState<Message | null>(null);
  const opened = list ? shownContent(list) : null;

  if (query.isError && !query.data) {
    return <LoadFailed what={t("The messages")} error={query.error} onRetry={() => void query.refetch()} />;
  }
  return (
    <div className={styles.chat}>
      <ChatLog
        label={t("Messages")}
        older={{
          has: query.hasNextPage,
          loading: query.isFetchingNextPage,
          load: () => void query.fetchNextPage(),
        }}
      >
        {query.isPending && <Skeleton height={44} width="45%" radius="md" />}
        {withNotes(chatItems(messages, mark, now), noted, !query.hasNextPage, now).map((item) => {
          if (item.kind === "note") return <NoteLine key={item.key} note={item.note} now={now} />;
          if (item.kind === "day") return <DayLine key={item.key} label={item.label} />;
          if (item.kind === "unread") return <UnreadLine key={item.key} count={item.count} />;
          const { message, first } = item;
          const node = message.cause?.nodeId
            ? causeName(message.cause.sessionId, message.cause.nodeId)
            : null;
          return (
            <Bubble
              key={item.key}
              message={message}
              side={message.direction === "out" ? "right" : "left"}
              first={first}
              ticks={message.direction === "out"}
              label={first && <Author message={message} node={node} />}
              note={message.error && <Failure error={message.error} />}
              onOpenList={setList}
              {...(node && { why: t("Said by the step “{step}”", { step: node }) })}
            />
          );
        })}
        {typing && <TypingDots side="right" who={t("The bot")} />}
      </ChatLog>
      {opened?.from === "business" && opened.content.type === "list" && (
        <ListSheet list={opened.content} onClose={() => setList(null)} />
      )}
    </div>
  );
}

/** Found once, when the chat is opened: what is said and read afterwards does not move the line. */
function useMark(messages: readonly Message[], unread: number, loaded: boolean): UnreadMark | null {
  const [mark, setMark] = useState<UnreadMark | null | undefined>(undefined);
  if (loaded && mark === undefined) setMark(unreadMark(messages, unread));
  return mark ?? null;
}

function Author({ message, node }: { message: Message; node: string | null }) {
  const author = AUTHORS[message.author];
  if (!author) return null;
  const { icon: Icon, words } = author;
  return (
    <>
      <Icon size={14} aria-hidden />
      <span className={styles.author}>
        {t(words)}
        {node && ` · ${node}`}
      </span>
    </>
  );
}

function Failure({ error }: { error: NonNullable<Message["error"]> }) {
  return (
    <>
      {deliveryWords(error.message)} {error.remedy && <strong>{deliveryWords(error.remedy)} </strong>}
      <span className={styles.code}>{error.code}</span>
    </>
  );
}
