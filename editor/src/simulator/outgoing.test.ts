/** What the phone has sent and the chat does not show yet. */
import { expect, test } from "vitest";
import { testMessage } from "../conversations/bubbles/test-message.ts";
import { asMessage, notYetShown, type Outgoing, outgoingReducer, phoneView } from "./outgoing.ts";

const sent = (localId: string, text: string, waMessageId: string | null = null): Outgoing => ({
  localId,
  phone: "34600000001",
  content: { type: "text", text },
  at: "2026-03-10T10:00:00.000Z",
  afterSeq: "10",
  replyTo: null,
  waMessageId,
  failed: false,
});
const arrived = (seq: number, text: string, waMessageId: string) =>
  testMessage(seq, { direction: "in", author: "customer", content: { type: "text", text }, waMessageId });
const ids = (outgoing: readonly Outgoing[]) => outgoing.map(({ localId }) => localId);

test("a message shows at once, then with a tick, and gives way to the real one", () => {
  let state = outgoingReducer([], { type: "send", outgoing: sent("a", "hola") });
  const chat = { conversationId: "c", contactId: "k" };
  expect(state.map((one) => asMessage(one, chat).status)).toEqual(["Pending"]);
  state = outgoingReducer(state, { type: "accepted", localId: "a", waMessageId: "wamid.1" });
  expect(state.map((one) => asMessage(one, chat).status)).toEqual(["Sent"]);
  expect(notYetShown(state, [arrived(11, "hola", "wamid.2")])).toHaveLength(1);
  expect(notYetShown(state, [arrived(11, "hola", "wamid.1")])).toEqual([]);
});

test("the live event may come before the server's answer, and nothing is shown twice", () => {
  expect(notYetShown([sent("a", "hola")], [arrived(11, "hola", "wamid.1")])).toEqual([]);
});

test("an equal message from before is not taken for the new one", () => {
  expect(ids(notYetShown([sent("a", "hola")], [arrived(9, "hola", "wamid.0")]))).toEqual(["a"]);
});

test("of two equal messages each is matched with its own", () => {
  const both = [sent("a", "hola"), sent("b", "hola")];
  expect(ids(notYetShown(both, [arrived(11, "hola", "wamid.1")]))).toEqual(["b"]);
  expect(notYetShown(both, [arrived(11, "hola", "wamid.1"), arrived(12, "hola", "wamid.2")])).toEqual([]);
  const known = [sent("a", "hola", "wamid.2"), sent("b", "hola")];
  expect(ids(notYetShown(known, [arrived(11, "hola", "wamid.2")]))).toEqual(["b"]);
});

test("one that failed stays, marked, until the chat begins anew", () => {
  let state = outgoingReducer([sent("a", "hola")], { type: "failed", localId: "a" });
  expect(state.map((one) => asMessage(one, { conversationId: "c", contactId: "k" }).status)).toEqual([
    "Failed",
  ]);
  state = outgoingReducer(state, { type: "clear" });
  expect(state).toEqual([]);
});

test("an answer on its way is not on the phone yet: it shows as typing", () => {
  const view = phoneView([testMessage(1, { status: "Read" }), testMessage(2, { status: "Pending" })]);
  expect(view.shown.map(({ seq }) => seq)).toEqual(["1"]);
  expect(view.answering).toBe(true);
  expect(phoneView([testMessage(1, { status: "Delivered" })]).answering).toBe(false);
});
