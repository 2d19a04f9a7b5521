/** The simulator's phone: who it belongs to, what its chat holds, and what can be done with it. */
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useReducer } from "react";
import { api } from "../api/client.ts";
import { useConversationRoom, usePollingFallback } from "../api/live.tsx";
import { chronological } from "../api/message-pages.ts";
import { newKey } from "../api/new-key.ts";
import { notifyError } from "../api/notify.ts";
import { messagesQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { asMessage, notYetShown, outgoingReducer, phoneView } from "./outgoing.ts";
import { asInbound, type PhoneMessage } from "./phone-message.ts";
import { type Phone, usePerson } from "./use-person.ts";

export function usePhone() {
  const client = useQueryClient();
  const { setClock, ...person } = usePerson();
  const [sent, dispatch] = useReducer(outgoingReducer, []);
  const chat = person.phone.data;
  const refetchInterval = usePollingFallback();
  const messages = useInfiniteQuery({
    ...messagesQuery(chat?.conversationId ?? ""),
    enabled: chat !== undefined,
    refetchInterval,
  });
  useConversationRoom(chat?.contactId, chat?.conversationId);
  const all = chronological(messages.data);
  const { shown, answering } = phoneView(all);

  const send = async (message: PhoneMessage) => {
    if (!chat) return;
    const localId = newKey();
    const at = new Date(Date.now() + chat.clockAheadS * 1_000).toISOString();
    const afterSeq = all.at(-1)?.seq ?? "0";
    const replyTo = "replyTo" in message ? (message.replyTo ?? null) : null;
    dispatch({
      type: "send",
      outgoing: {
        localId,
        phone: keyOf(chat),
        content: asInbound(message),
        at,
        afterSeq,
        replyTo,
        waMessageId: null,
        failed: false,
      },
    });
    try {
      const { name } = chat;
      const { waMessageId } = await api.simulator.send({ ...personOf(chat), name, message });
      dispatch({ type: "accepted", localId, waMessageId });
    } catch (thrown) {
      dispatch({ type: "failed", localId });
      notifyError(t("The message did not leave the phone"), thrown);
    }
  };

  const reset = useMutation({
    mutationFn: async () => {
      if (chat) await api.simulator.reset(personOf(chat));
    },
    onSuccess: async () => {
      dispatch({ type: "clear" });
      setClock(0);
      await client.resetQueries({ queryKey: messagesQuery(chat?.conversationId ?? "").queryKey });
    },
    onError: (thrown) => notifyError(t("The chat was not cleared"), thrown),
  });

  const mine = chat ? sent.filter((one) => one.phone === keyOf(chat)) : [];
  const pending = chat ? notYetShown(mine, all).map((one) => asMessage(one, chat)) : [];
  useReading(chat, all.findLast(({ status }) => status === "Delivered" || status === "Sent")?.id);
  return { ...person, setClock, messages, shown: [...shown, ...pending], answering, send, reset };
}

/** As the API names who is played. */
export const personOf = ({ phone, platform }: Phone) => ({ phone, platform });
const keyOf = ({ phone, platform }: Phone) => `${platform}:${phone}`;

/** The phone has the chat open: what was delivered becomes read. */
function useReading(chat: Phone | undefined, delivered: string | undefined): void {
  const { phone, platform } = chat ?? {};
  useEffect(() => {
    if (!phone || !platform || !delivered || document.visibilityState === "hidden") return;
    // A receipt that gets lost is made good by the next one; there is nothing to tell the user.
    api.simulator.read({ phone, platform }).catch(() => {});
  }, [phone, platform, delivered]);
}
