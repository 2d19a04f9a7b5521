/** The phone's screen: the business at the top, the chat, and what the customer can send. */
import type { Message } from "@hilo/server/contract";
import { Skeleton } from "@mantine/core";
import { useState } from "react";
import { ChatLog } from "../conversations/bubbles/ChatLog.tsx";
import { chatItems } from "../conversations/bubbles/chat-items.ts";
import { type ListRow, ListSheet } from "../conversations/bubbles/ListSheet.tsx";
import { DayLine } from "../conversations/bubbles/Separator.tsx";
import { shownContent } from "../conversations/bubbles/shown-content.ts";
import { TypingDots } from "../conversations/bubbles/TypingDots.tsx";
import { useTyping } from "../conversations/bubbles/use-typing.ts";
import { t } from "../i18n/t.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { workspaceName } from "../shell/stored-names.ts";
import { useMe } from "../shell/use-me.ts";
import { useNow } from "../shell/use-now.ts";
import chat from "./Chat.module.css";
import { ChatEntry } from "./ChatEntry.tsx";
import { FirstWords } from "./FirstWords.tsx";
import { FormSheet } from "./FormSheet.tsx";
import { PhoneHeader } from "./PhoneHeader.tsx";
import { PhoneInput } from "./PhoneInput.tsx";
import styles from "./PhoneScreen.module.css";
import type { PlayedPlatform } from "./phone-memory.ts";
import type { PhoneMessage } from "./phone-message.ts";
import { quotedBy } from "./quoting.ts";
import type { Phone } from "./use-person.ts";
import type { usePhone } from "./use-phone.ts";

export interface PhoneScreenProps {
  phone: ReturnType<typeof usePhone>;
  person: Phone;
  onPlatform: (platform: PlayedPlatform) => void;
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

export function PhoneScreen({ phone, person, onPlatform, flowId, draft, onDraft }: PhoneScreenProps) {
  const me = useMe();
  const business = me ? workspaceName(me.workspace.name) : "Hilo";
  const now = new Date(useNow().getTime() + person.clockAheadS * 1_000);
  const typing = useTyping(person.contactId) || phone.answering;
  const [list, setList] = useState<Message | null>(null);
  const [form, setForm] = useState<Message | null>(null);
  const [answered, setAnswered] = useState<Message | null>(null);
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
  const write = (message: PhoneMessage) => {
    const replyTo = answered?.waMessageId;
    setAnswered(null);
    void send(message.type === "text" && replyTo ? { ...message, replyTo } : message);
  };
  const content = list ? shownContent(list) : null;
  const asked = form ? shownContent(form) : null;
  const said = shown.findLast((message) => message.direction === "out" && message.waMessageId !== null);
  // Quick replies stand under the last message only.
  const isSpent = (message: Message) =>
    person.platform !== "whatsapp" && message.content.type === "buttons" && message !== shown.at(-1);

  return (
    <div className={`${styles.screen} ${chat.look}`} data-look={person.platform}>
      <PhoneHeader name={business} typing={typing} platform={person.platform} onPlatform={onPlatform} />
      {messages.isError && !messages.data ? (
        <LoadFailed
          small
          what={t("The chat")}
          error={messages.error}
          onRetry={() => void messages.refetch()}
        />
      ) : (
        <ChatLog
          label={t("Chat")}
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
            return (
              <ChatEntry
                key={item.key}
                message={message}
                first={first}
                spent={isSpent(message)}
                business={business}
                quoted={quotedBy(message, shown)}
                onReply={message.waMessageId !== null ? setAnswered : undefined}
                onTap={(option) => reply("button", option, message)}
                onTemplateTap={(option) => reply("template-button", option, message)}
                onOpenList={setList}
                onOpenForm={setForm}
                onSendLocation={() => void send(SOMEWHERE)}
              />
            );
          })}
          {typing && <TypingDots side="left" who={business} />}
        </ChatLog>
      )}
      <PhoneInput
        text={draft}
        onText={onDraft}
        onSend={write}
        somewhere={SOMEWHERE}
        lastSaid={said?.waMessageId ?? null}
        platform={person.platform}
        answered={answered}
        business={business}
        onUnanswer={() => setAnswered(null)}
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
