/** Where an agent answers the customer: words, canned replies after a slash, files. */
import { type MessageContent, previewTemplate } from "@hilo/flow-engine";
import type { Conversation, MediaFile } from "@hilo/server/contract";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { cannedRepliesQuery } from "../../api/queries.ts";
import { t } from "../../i18n/t.ts";
import { useMe } from "../../shell/use-me.ts";
import { AttachButton } from "./AttachButton.tsx";
import { cannedAt } from "./suggest.ts";
import type { Send } from "./use-send.ts";
import { WriteBox } from "./WriteBox.tsx";

interface ReplyBoxProps {
  conversation: Conversation;
  text: string;
  onText(text: string): void;
  send: Send;
}

/** WhatsApp's longest text; the server splits it where a channel takes less. */
const MAX_TEXT = 4_096;

export function ReplyBox({ conversation, text, onText, send }: ReplyBoxProps) {
  const input = useRef<HTMLTextAreaElement>(null);
  const replies = useQuery(cannedRepliesQuery).data?.items ?? [];
  const me = useMe()?.user;
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  const fill = (reply: string) => {
    const { name, phone } = conversation.contact;
    const filled = previewTemplate(reply, { contact: { name, phone }, agent: { name: me?.name ?? "" } });
    return "text" in filled ? filled.text : reply;
  };
  const submit = () => {
    send(
      { type: "text", text },
      {
        // What was written comes back, unless something else has been begun.
        onError: () => input.current?.value === "" && onText(text),
      },
    );
    onText("");
  };
  return (
    <WriteBox
      box={input}
      label={t("Message")}
      placeholder={replies.length > 0 ? t("Write a message, or / for a canned reply") : t("Write a message")}
      submitLabel={t("Send")}
      maxLength={MAX_TEXT}
      text={text}
      onText={onText}
      onSubmit={submit}
      suggest={(typed, caret) => cannedAt(typed, caret, replies, fill)}
      tools={<AttachButton onFile={(file) => send(mediaOf(file))} />}
    />
  );
}

const mediaOf = ({ id, kind, name }: MediaFile): MessageContent => ({
  type: "media",
  media: { kind, fileId: id, ...(name === null ? {} : { filename: name }) },
});
