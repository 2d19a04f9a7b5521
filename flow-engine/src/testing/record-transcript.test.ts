/** Chats that become tests. */
import { expect, test } from "vitest";
import { FLOW_FORMAT } from "../flow/schema.ts";
import { playTranscript } from "./play-transcript.ts";
import { recordTranscript, type SaidInChat } from "./record-transcript.ts";

const options = [
  { id: "opt-0", title: "Té" },
  { id: "opt-1", title: "Café" },
];
const flow = {
  format: FLOW_FORMAT,
  name: "Bar",
  triggers: [{ type: "keyword", keyword: "hola" }],
  nodes: [
    { id: "start", type: "start", data: {} },
    { id: "n1", type: "ask", data: { text: "¿Qué?", kind: "choice", options, saveAs: "drink" } },
    { id: "n2", type: "wait", data: { amount: 1, unit: "minutes" } },
    { id: "n3", type: "text", data: { text: "Su {{ drink }}" } },
  ],
  edges: [
    { id: "e1", source: "start", target: "n1" },
    { id: "e2", source: "n1", target: "n2" },
    { id: "e3", source: "n2", target: "n3" },
  ],
};

const tap = { kind: "button", id: "opt-1", title: "Café", sessionId: "another" } as const;
const CHAT: SaidInChat[] = [
  { at: 0, by: "customer", content: { type: "text", text: "hola" } },
  { at: 300, by: "bot", content: { type: "buttons", text: "¿Qué?", options } },
  { at: 5_000, by: "customer", content: { type: "reaction", messageId: "m", emoji: "👍" } },
  { at: 9_100, by: "customer", content: { type: "tap", tap } },
  { at: 69_200, by: "bot", content: { type: "text", text: "Su Café" } },
];
const recorded = (messages: readonly SaidInChat[]) =>
  recordTranscript({ name: "Coffee", timeZone: "UTC", contact: { name: "Ana" }, messages });

test("a chat with taps and waits can be played again, and passes", () => {
  const transcript = recorded(CHAT);
  if (!transcript) throw new Error("nothing was recorded");
  expect(transcript.steps).toEqual([
    { customer: "hola" },
    { bot: "¿Qué?" },
    { advance: "9s" },
    { customer: { tap: "opt-1" } },
    { advance: "61s" },
    { bot: "Su Café" },
  ]);
  expect(playTranscript(transcript, [flow]).report).toBe("");
});

test("it fails once the flow says something else", () => {
  const transcript = recorded(CHAT);
  const changed = {
    ...flow,
    nodes: flow.nodes.map((node) => (node.id === "n3" ? { ...node, data: { text: "No" } } : node)),
  };
  expect(transcript && playTranscript(transcript, [changed]).ok).toBe(false);
});

test("a chat that the bot began is no test", () => {
  expect(recorded(CHAT.slice(1))).toBeNull();
  expect(recorded([])).toBeNull();
});
