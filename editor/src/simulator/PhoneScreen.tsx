/** The phone's screen: the business at the top, the chat, and what the customer can send. */
import type { Message } from "@hilo/server/contract";
import { Skeleton } from "@mantine/core";
import { useState } from "react";
import { Bubble } from "../conversations/bubbles/Bubble.tsx";
import { ChatLog } from "../conversations/bubbles/ChatLog.tsx";
import { chatItems } from "../conversations/bubbles/chat-items.ts";
import { type ListRow, ListSheet } from "../conversations/bubbles/ListSheet.tsx";
import { DayLine } from "../conversations/bubbles/Separator.tsx";
import { shownContent } from "../conversations/bubbles/shown-content.ts";
import { TypingDots } from "../conversations/bubbles/TypingDots.tsx";
import { useTyping } from "../conversations/bubbles/use-typing.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { useMe } from "../shell/use-me.ts";
import { useNow } from "../shell/use-now.ts";
import { FirstWords } from "./FirstWords.tsx";
import { FormSheet } from "./FormSheet.tsx";
import { PhoneHeader } from "./PhoneHeader.tsx";
import { PhoneInput } from "./PhoneInput.tsx";
import styles from "./PhoneScreen.module.css";
import type { PhoneMessage } from "./phone-message.ts";
import type { usePhone } from "./use-phone.ts";

export interface PhoneScreenProps {
  phone: ReturnType<typeof usePhone>;
  contactId: string;
  flowId?: string;
  /** What is typed and not sent, kept while the phone changes hands. */
  draft: string;
  onDraft: (text: string) => void;
}

/** The middle of Barcelona: a place to share from a phone that is nowhere. */
const SOMEWHERE: PhoneMessage = {
  type: "location",
  latitude: 41.3874,
  longitude: 2.1686,
  name: "Plaça de Catalunya",
};

export function PhoneScreen({ phone, contactId, flowId, draft, onDraft }: PhoneScreenProps) {
  const me = useMe();
  const now = useNow();
  const typing = useTyping(contactId) || phone.answering;
  const [list, setList] = useState<Message | null>(null);
  const [form, setForm] = useState<Message | null>(null);
  const { messages, shown, send } = phone;

  const reply = (
    kind: "button" | "template-button" | "list",
    { id, title, description }: ListRow,
    to: Message,
  ) => {
    const answer = { id, title, ...(to.waMessageId !== null && { replyTo: to.waMessageId }) };
    if (kind !== "list") void send({ type: kind, ...answer });
    else void send({ type: kind, ...answer, ...(description !== undefined && { description }) });
  };
  const choose = (row: ListRow, to: Message) => {
    setList(null);
    reply("list", row, to);
  };
  const content = list ? shownContent(list) : null;
  const asked = form ? shownContent(form) : null;
  const said = shown.findLast((message) => message.direction === "out" && message.waMessageId !== null);

  return (
    <div className={styles.screen}>
      <PhoneHeader name={me?.workspace.name ?? "Hilo"} typing={typing} />
      {messages.isError && !messages.data ? (
        <LoadFailed small what="The chat" error={messages.error} onRetry={() => void messages.refetch()} />
      ) : (
        <ChatLog
          label="Chat"
          older={{
            has: messages.hasNextPage,
            loading: messages.isFetchingNextPage,
            load: () => void messages.fetchNextPage(),
          }}
        >
          {messages.isPending && <Skeleton height={38} width="60%" radius="md" mt="md" />}
          {messages.data && shown.length === 0 && (
            <FirstWords flowId={flowId} onWrite={(text) => void send({ type: "text", text })} />
          )}
          {chatItems(shown, null, now).map((item) => {
            if (item.kind === "day") return <DayLine key={item.key} label={item.label} />;
            if (item.kind === "unread") return null;
            const { message, first } = item;
            const mine = message.direction === "in";
            return (
              <Bubble
                key={item.key}
                message={message}
                side={mine ? "right" : "left"}
                first={first}
                ticks={mine}
                note={
                  message.status === "Failed" &&
                  !mine &&
                  `Never arrived: ${message.error?.message ?? "the send failed"}`
                }
                onTap={(option) => reply("button", option, message)}
                onTemplateTap={(option) => reply("template-button", option, message)}
                onOpenList={setList}
                onOpenForm={setForm}
                onSendLocation={() => void send(SOMEWHERE)}
              />
            );
          })}
          {typing && <TypingDots side="left" who={me?.workspace.name ?? "The business"} />}
        </ChatLog>
      )}
      <PhoneInput
        text={draft}
        onText={onDraft}
        onSend={(message) => void send(message)}
        somewhere={SOMEWHERE}
        lastSaid={said?.waMessageId ?? null}
      />
      {form && asked?.from === "business" && asked.content.type === "form" && (
        <FormSheet
          form={asked.content}
          replyTo={form.waMessageId}
          onSend={(message) => void send(message)}
          onClose={() => setForm(null)}
        />
      )}
      {list && content?.from === "business" && content.content.type === "list" && (
        <ListSheet
          list={content.content}
          onChoose={(row) => choose(row, list)}
          onClose={() => setList(null)}
        />
      )}
    </div>
  );
}
