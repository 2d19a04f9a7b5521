/** The simulator's phone: who it belongs to, what its chat holds, and what can be done with it. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useReducer, useState } from "react";
import { api } from "../api/client.ts";
import { useConversationRoom, usePollingFallback } from "../api/live.tsx";
import { chronological } from "../api/message-pages.ts";
import { newKey } from "../api/new-key.ts";
import { notifyError } from "../api/notify.ts";
import { messagesQuery } from "../api/queries.ts";
import { useMe } from "../shell/use-me.ts";
import { asMessage, notYetShown, outgoingReducer, phoneView } from "./outgoing.ts";
import type { PhoneIdentity } from "./PhoneDialog.tsx";
import { recallPhone, rememberPhone } from "./phone-memory.ts";
import { asInbound, type PhoneMessage } from "./phone-message.ts";

type Phone = Awaited<ReturnType<typeof api.simulator.phone>>;

const phoneKey = (phone: string | null) => ["simulator-phone", phone];

/** The phone of last time; else the workspace's first, which is made in the name of who asks. */
async function openPhone(phone: string | null, myName: string | undefined): Promise<Phone> {
  const name = phone === null ? myName?.split(" ")[0] : recallPhone()?.name;
  const opened = await api.simulator.phone({ ...(phone !== null && { phone }), ...(name && { name }) });
  rememberPhone({ phone: opened.phone, name: opened.name });
  return opened;
}

/** A number that is known keeps its contact, so its name is changed on the contact. */
async function takePhone({ phone, name }: PhoneIdentity): Promise<Phone> {
  const taken = await api.simulator.phone({ phone, name });
  if (taken.name !== name) await api.contacts.update({ id: taken.contactId, name });
  return { ...taken, name };
}

function usePhoneIdentity() {
  const client = useQueryClient();
  const me = useMe();
  const [number, setNumber] = useState(() => recallPhone()?.phone ?? null);
  const phone = useQuery({
    queryKey: phoneKey(number),
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => openPhone(number, me?.user?.name),
  });
  const take = useMutation({
    mutationFn: takePhone,
    onSuccess: (taken) => {
      rememberPhone({ phone: taken.phone, name: taken.name });
      client.setQueryData(phoneKey(taken.phone), taken);
      setNumber(taken.phone);
    },
    onError: (thrown) => notifyError("The phone was not changed", thrown),
  });
  return { phone, take };
}

export function usePhone() {
  const client = useQueryClient();
  const { phone, take } = usePhoneIdentity();
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
      outgoing: {
        localId,
        phone: chat.phone,
        content: asInbound(message),
        at,
        afterSeq,
        waMessageId: null,
        failed: false,
      },
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

  const mine = sent.filter((one) => one.phone === chat?.phone);
  const pending = chat ? notYetShown(mine, all).map((one) => asMessage(one, chat)) : [];
  useReading(chat?.phone, all.findLast((message) => message.status === "Delivered")?.id);
  return { phone, messages, shown: [...shown, ...pending], answering, send, reset, take };
}

/** The phone has the chat open: what was delivered becomes read. */
function useReading(phone: string | undefined, delivered: string | undefined): void {
  useEffect(() => {
    if (!phone || !delivered || document.visibilityState === "hidden") return;
    // A receipt that gets lost is made good by the next one; there is nothing to tell the user.
    api.simulator.read({ phone }).catch(() => {});
  }, [phone, delivered]);
}
