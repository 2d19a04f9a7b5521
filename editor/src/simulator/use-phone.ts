/** The simulator's phone: who it belongs to, what its chat holds, and what can be done with it. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useReducer, useState } from "react";
import { api } from "../api/client.ts";
import { useConversationRoom, usePollingFallback } from "../api/live.tsx";
import { chronological } from "../api/message-pages.ts";
import { newKey } from "../api/new-key.ts";
import { notifyError } from "../api/notify.ts";
import { messagesQuery } from "../api/queries.ts";
import { asMessage, notYetShown, outgoingReducer, phoneView } from "./outgoing.ts";
import { recallPhone, rememberPhone } from "./phone-memory.ts";
import { asInbound, type PhoneMessage } from "./phone-message.ts";

const phoneKey = (key: string) => ["simulator-phone", key];

/** A phone the server knows: the one of last time, or a new one. */
function usePhoneIdentity() {
  const client = useQueryClient();
  const [key, setKey] = useState(() => recallPhone()?.phone ?? "new");
  const phone = useQuery({
    queryKey: phoneKey(key),
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const known = /^\d+$/.test(key) ? (recallPhone() ?? { phone: key }) : {};
      const made = await api.simulator.phone(known);
      rememberPhone({ phone: made.phone, name: made.name });
      return made;
    },
  });
  const rename = useMutation({
    mutationFn: (identity: { phone?: string; name?: string }) => api.simulator.phone(identity),
    onSuccess: (made) => {
      rememberPhone({ phone: made.phone, name: made.name });
      client.setQueryData(phoneKey(made.phone), made);
      setKey(made.phone);
    },
    onError: (thrown) => notifyError("The phone was not changed", thrown),
  });
  /** Each time another key, so that each time another phone is made. */
  const another = () => setKey(`new-${Date.now()}`);
  return { phone, rename, another };
}

export function usePhone() {
  const client = useQueryClient();
  const { phone, rename, another } = usePhoneIdentity();
  const [sent, dispatch] = useReducer(outgoingReducer, []);
  const chat = phone.data;
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
    const at = new Date().toISOString();
    const afterSeq = all.at(-1)?.seq ?? "0";
    dispatch({
      type: "send",
      outgoing: { localId, content: asInbound(message), at, afterSeq, waMessageId: null, failed: false },
    });
    try {
      const { waMessageId } = await api.simulator.send({ phone: chat.phone, name: chat.name, message });
      dispatch({ type: "accepted", localId, waMessageId });
    } catch (thrown) {
      dispatch({ type: "failed", localId });
      notifyError("The message did not leave the phone", thrown);
    }
  };

  const reset = useMutation({
    mutationFn: async () => {
      if (chat) await api.simulator.reset({ phone: chat.phone });
    },
    onSuccess: async () => {
      dispatch({ type: "clear" });
      await client.resetQueries({ queryKey: messagesQuery(chat?.conversationId ?? "").queryKey });
    },
    onError: (thrown) => notifyError("The chat was not cleared", thrown),
  });

  const pending = chat ? notYetShown(sent, all).map((one) => asMessage(one, chat)) : [];
  useReading(chat?.phone, all.findLast((message) => message.status === "Delivered")?.id);
  return { phone, messages, shown: [...shown, ...pending], answering, send, reset, rename, another };
}

/** The phone has the chat open: what was delivered becomes read. */
function useReading(phone: string | undefined, delivered: string | undefined): void {
  useEffect(() => {
    if (!phone || !delivered || document.visibilityState === "hidden") return;
    // A receipt that gets lost is made good by the next one; there is nothing to tell the user.
    api.simulator.read({ phone }).catch(() => {});
  }, [phone, delivered]);
}
