/** Sends an agent's message and puts it into the chat at once. */
import type { MessageContent } from "@hilo/flow-engine";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { mergeMessage } from "../../api/message-pages.ts";
import { newKey } from "../../api/new-key.ts";
import { notifyError } from "../../api/notify.ts";
import { messagesQuery } from "../../api/queries.ts";
import { t } from "../../i18n/t.ts";

export type Send = (content: MessageContent, options?: { onSuccess?(): void; onError?(): void }) => void;

export function useSend(conversationId: string): Send {
  const client = useQueryClient();
  const send = useMutation({
    mutationFn: (content: MessageContent) =>
      api.messages.send({ conversationId, content, clientKey: newKey() }),
    onSuccess: (message) =>
      client.setQueryData(messagesQuery(conversationId).queryKey, (old) => old && mergeMessage(old, message)),
    onError: (thrown) => notifyError(t("The message was not sent"), thrown),
  });
  return (content, options = {}) =>
    send.mutate(content, {
      onSuccess: () => options.onSuccess?.(),
      onError: () => options.onError?.(),
    });
}
