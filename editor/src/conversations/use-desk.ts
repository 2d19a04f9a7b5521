/** Whose a conversation is, closing and opening it, starting a flow in it, ending its session. */
import type { Conversation } from "@hilo/server/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client.ts";
import { applyConversation } from "../api/live-cache.ts";
import { notifyError } from "../api/notify.ts";
import { t } from "../i18n/t.ts";

export interface DeskChange {
  status?: Conversation["status"];
  assigneeId?: string | null;
  teamId?: string | null;
}

export function useDesk({ id, session }: Conversation) {
  const client = useQueryClient();
  const onSuccess = (changed: Conversation) => applyConversation(client, changed);
  const change = useMutation({
    mutationFn: (changed: DeskChange) => api.conversations.update({ id, ...changed }),
    onSuccess,
    onError: (thrown) => notifyError(t("The conversation was not changed"), thrown),
  });
  const startFlow = useMutation({
    mutationFn: (flowId: string) => api.conversations.startFlow({ id, flowId }),
    onSuccess,
    onError: (thrown) => notifyError(t("The flow was not started"), thrown),
  });
  const endSession = useMutation({
    mutationFn: async () => {
      if (session) await api.sessions.end({ id: session.id });
      return api.conversations.get({ id });
    },
    onSuccess,
    onError: (thrown) => notifyError(t("The session goes on"), thrown),
  });
  return { change, startFlow, endSession };
}
