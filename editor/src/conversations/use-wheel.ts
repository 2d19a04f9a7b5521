/** Taking a conversation over from the bot, and handing it back. */

import type { Conversation } from "@hilo/server/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client.ts";
import { applyConversation } from "../api/live-cache.ts";
import { notifyError } from "../api/notify.ts";
import { t } from "../i18n/t.ts";

export function useWheel(conversation: Conversation) {
  const client = useQueryClient();
  const { id } = conversation;
  const takeOver = useMutation({
    mutationFn: () => api.conversations.takeOver({ id }),
    onSuccess: (changed) => applyConversation(client, changed),
    onError: (thrown) => notifyError(t("You could not take over"), thrown),
  });
  const handBack = useMutation({
    mutationFn: () => api.conversations.handBack({ id }),
    onSuccess: (changed) => applyConversation(client, changed),
    onError: (thrown) => notifyError(t("The bot did not get it back"), thrown),
  });
  return { takeOver, handBack };
}
