/** Imported Typebots, played. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { playTranscript } from "../../testing/play-transcript.ts";
import { transcriptSchema } from "../../testing/transcript-schema.ts";
import { ImportError } from "../imported-flow.ts";
import { importTypebot } from "./import-typebot.ts";

const fixture = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`fixtures/${name}.json`, import.meta.url)), "utf8"));

/** Started by a keyword of the test, as a flow without triggers never is. */
function play(name: string, steps: unknown[], expected: object = {}): string {
  const { flow } = importTypebot(fixture(name));
  const started = { ...flow, triggers: [{ type: "keyword", keyword: "go", mode: "exact" }] };
  const transcript = transcriptSchema.parse({
    format: "hilo.transcript/1",
    name,
    start: "2026-03-02T10:00:00Z",
    steps: [{ customer: "go" }, ...steps],
    expect: expected,
  });
  return playTranscript(transcript, [started]).report;
}

describe("an imported Typebot", () => {
  it("asks, calculates, calls an API, and gives the conversation to a person", () => {
    const report = play(
      "lead",
      [
        { bot: "Welcome to *Acme* 👋\nSee our site (https://acme.example)" },
        { bot: { type: "media" } },
        { bot: "What's your full name?" },
        { customer: "Ana Ruiz" },
        { bot: "And your e-mail, Ana Ruiz?" },
        { customer: "nothing" },
        { bot: "That is no e-mail." },
        { bot: "And your e-mail, Ana Ruiz?" },
        { customer: "ana@acme.example" },
        { bot: "How many people are you?" },
        { customer: "60" },
        {
          http: {
            request: {
              method: "POST",
              url: "https://crm.example/leads?from=bot",
              body: '{ "name": "Ana Ruiz", "mail": "ana@acme.example" }',
            },
            body: { lead: [{ id: "L-7" }] },
          },
        },
        { bot: "Your number is L-7." },
      ],
      { variables: { Full_name: "Ana Ruiz", Price: 600 } },
    );
    expect(report).toBe("");
  });

  it("takes the second condition, the way without one, and goes on without what was JavaScript", () => {
    const upTo = (people: string) => [
      { bot: "Welcome to *Acme* 👋\nSee our site (https://acme.example)" },
      { bot: { type: "media" } },
      { bot: "What's your full name?" },
      { customer: "Ana" },
      { bot: "And your e-mail, Ana?" },
      { customer: "a@b.example" },
      { bot: "How many people are you?" },
      { customer: people },
    ];
    expect(play("lead", [...upTo("1"), { bot: { type: "cta-url", url: "https://acme.example/solo" } }])).toBe(
      "",
    );
    const last = [{ bot: "That would be 50 € a month." }, { bot: "Code Bye!" }];
    expect(play("lead", [...upTo("5"), ...last], { status: "Completed" })).toBe("");
  });

  it("of version 5 begins at its start block, waits, jumps back, and shares out by an AB test", () => {
    const steps = [
      { bot: { type: "list", text: "Which planet is the largest?" } },
      { customer: { tap: "Mars" } },
      { bot: "No. Try again." },
      { advance: "3s" },
      { bot: { type: "list", text: "Which planet is the largest?" } },
      { customer: "3" },
      { bot: "Right!" },
      { customer: "5" },
      { bot: "https://www.youtube.com/watch?v=dQw4w9WgXcQ" },
      { bot: "See you!" },
    ];
    expect(play("quiz-v5", steps, { status: "Completed" })).toBe("");
  });

  it("goes on by its buttons, in a circle that waits each time", () => {
    const menu = { bot: { type: "buttons", text: "Hi " } };
    expect(play("demo", [menu, { customer: { tap: "Sales" } }], { status: "Completed" })).toBe("");
    expect(
      play("demo", [menu, { customer: "help" }], { status: "Completed", variables: { Choice: "Help" } }),
    ).toBe("");
  });
});

describe("what is no Typebot, or one of an unknown version,", () => {
  it("is refused with what to do", () => {
    expect(() => importTypebot({})).toThrow(ImportError);
    expect(() => importTypebot(null)).toThrow(/Export the bot as JSON/);
    expect(() => importTypebot({ ...fixture("demo"), version: "7" })).toThrow(/version 7; versions 3 to 6.1/);
  });
});

describe("JavaScript", () => {
  const withExpression = (expressionToEvaluate: string, isCode = false) =>
    importTypebot({
      version: "6.1",
      name: "x",
      events: [],
      groups: [
        {
          id: "g",
          title: "",
          blocks: [
            { id: "s", type: "Set variable", options: { variableId: "v", expressionToEvaluate, isCode } },
            { id: "t", type: "text", content: { richText: [{ type: "p", children: [{ text: "x" }] }] } },
          ],
        },
      ],
      edges: [],
      variables: [{ id: "v", name: "v" }],
    });
  const made = (expression: string, isCode = false) => {
    const { flow, report } = withExpression(expression, isCode);
    const set = flow.nodes.find(({ type }) => type === "set");
    return { data: set?.data, entry: report.find(({ id }) => id === "s") };
  };

  it.each([
    "return 1",
    "{{v}}.toUpperCase()",
    "new Date().getDay()",
    "Math.random() * 10",
    "{{v}} > 3 ? 'a' : 'b'",
    "[1,2,3].map(x => x)",
    "process.exit()",
    "`Hi $" + "{name}`",
    "{{= 1 + 1 =}}",
  ])("%s is flagged and makes no step", (expression) => {
    const { data, entry } = made(expression);
    expect(data).toBeUndefined();
    expect(entry).toMatchObject({ outcome: "dropped", why: expect.stringContaining("JavaScript") });
  });

  it.each([
    ["Hello there", { value: "Hello there" }],
    ["{{v}}", { value: "{{ v }}" }],
    ['"Quoted (well)"', { value: "Quoted (well)" }],
    ["42", { value: "42", as: "number" }],
    ["{{v}} + 1", { operation: "add", value: "1" }],
  ])("%s is a value, not code", (expression, assignment) => {
    expect(made(expression).data).toMatchObject({ assignments: [expect.objectContaining(assignment)] });
  });
});
