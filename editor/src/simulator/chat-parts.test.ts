/** Small decisions of the phone: quotes, the clock's words, variables to begin with, what was changed. */
import { expect, test } from "vitest";
import { testMessage } from "../conversations/bubbles/test-message.ts";
import { openDocument } from "../document/flow-document.ts";
import { failedOf, failingLine, playAll, type TestedFlow } from "./all-tests.ts";
import { valuesOf, variablesToBegin } from "./example-variables.ts";
import { fitWords } from "./fit-words.ts";
import { quotedBy } from "./quoting.ts";
import { aheadInUnits, asLocalInput } from "./simulated-clock.ts";

const said = testMessage(1, { waMessageId: "w1" });
const asked = testMessage(2, { waMessageId: "w2" });
const answer = (replyTo: string | undefined, type: "text" | "tap") => {
  const content =
    type === "text" ? { type, text: "a" } : { type, tap: { kind: "button", id: "x", title: "X" } };
  return testMessage(3, { direction: "in", content, ...(replyTo !== undefined && { replyTo }) });
};

test.each([
  ["words that answer the last message", answer("w2", "text"), asked],
  ["words that answer an earlier one", answer("w1", "text"), said],
  ["a tap on the last buttons", answer("w2", "tap"), undefined],
  ["a tap on older buttons", answer("w1", "tap"), said],
  ["words that answer nothing", answer(undefined, "text"), undefined],
  ["an answer to what is gone", answer("w9", "text"), undefined],
])("quotes of %s", (_, message, quoted) => {
  expect(quotedBy(message, [said, asked, message])).toBe(quoted);
});

test.each([
  [0, null],
  [59, null],
  [3_600, "+1 h"],
  [5_400, "+1 h 30 min"],
  [90_000, "+1 d 1 h"],
  [86_400 * 3, "+3 d"],
])("a clock that is %i seconds ahead says %s", (seconds, words) => {
  expect(aheadInUnits(seconds)).toBe(words);
});

test("a moment is written as the browser's field has it", () => {
  expect(asLocalInput(new Date(2026, 0, 5, 7, 3))).toBe("2026-01-05T07:03");
});

const node = (id: string, data: Record<string, unknown>) => ({
  id,
  type: "ask",
  data,
  position: { x: 0, y: 0 },
});
const flow = openDocument({
  format: "hilo.flow/1",
  name: "F",
  nodes: [node("a", { saveAs: "email" }), node("b", { saveAs: "guests_count" }), node("c", { text: "x" })],
  edges: [],
});

test("a try from the middle begins with what the run remembers, and examples for the rest", () => {
  expect(variablesToBegin(flow, { guests_count: 4, order: { id: 1 } })).toEqual([
    { name: "guests_count", value: "4" },
    { name: "order", value: '{"id":1}' },
    { name: "email", value: "ana@example.com" },
  ]);
});

test.each([
  ["4", 4],
  ["007", "007"],
  ["+34600", "+34600"],
  ["true", true],
  ['{"id":1}', { id: 1 }],
  ["[broken", "[broken"],
  ["Ana", "Ana"],
])("%j in the form is the value %j", (text, value) => {
  expect(valuesOf([{ name: " x ", value: text }])).toEqual({ x: value });
});

test("what is left empty is not there", () => {
  expect(
    valuesOf([
      { name: "x", value: "" },
      { name: " ", value: "y" },
    ]),
  ).toEqual({});
});

test.each([
  [{ code: "shortened", max: 20 }, "Shortened to 20 characters"],
  [{ code: "shortened" }, "Shortened"],
  [{ code: "shown-otherwise", as: "numbered-text" }, "Sent as a numbered text"],
  [{ code: "shown-otherwise", as: "new-way" }, "Shown in another way"],
  [{ code: "split" }, "Sent in several messages"],
] as const)("%j is told as %s", (note, words) => {
  expect(fitWords(note)).toBe(words);
});

test("the tests of all flows are played, and those that fail say where", async () => {
  const kept = {
    format: "hilo.transcript/1",
    name: "Greets",
    start: "2026-03-10T10:00:00Z",
    steps: [{ customer: "hola" }, { bot: "Hi!" }],
  };
  const drawn = (text: string, tests: unknown[]) =>
    openDocument({
      format: "hilo.flow/1",
      name: text,
      triggers: [{ type: "keyword", keyword: "hola" }],
      nodes: [{ id: "n1", type: "text", data: { text }, position: { x: 0, y: 0 } }],
      edges: [{ id: "e1", source: "start", target: "n1" }],
      tests,
    });
  const done: TestedFlow[] = [];
  const flows = [drawn("Hi!", [kept]), drawn("Bye", [kept]), drawn("None", [])];
  await playAll(
    flows.map((doc, n) => ({ id: `f${n}`, name: `F${n}`, doc })),
    (tested) => done.push(tested),
    async () => {},
  );
  expect(done.map((tested) => [tested.name, failedOf(tested)])).toEqual([
    ["F0", 0],
    ["F1", 1],
  ]);
  expect(failingLine(done[1]?.results[0]?.report ?? "")).toMatch(/^Step 2, the bot/);
});
