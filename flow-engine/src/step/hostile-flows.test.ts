/** Faults 73, 74, 78–81: flows and words that were made to hang, to leak or to run away. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePattern, findsIn, PatternSyntaxError } from "../expressions/patterns.ts";
import {
  compileTemplate,
  renderTemplate,
  TemplateError,
  TemplateSyntaxError,
} from "../expressions/templates.ts";
import { parseFlow } from "../flow/parse.ts";
import { Conversation } from "../testing/conversation.ts";
import { createEnvironment } from "./environment.ts";
import { MAX_VISITS_PER_STEP } from "./limits.ts";
import { MAX_REPEATS } from "./repeats.ts";

const NOON = Date.parse("2026-11-24T12:00:00Z");

const talk = (flow: unknown) => new Conversation({ flows: [flow], now: NOON });

describe("flows that go round without waiting", () => {
  it("end at the limit with the reason, whatever way their edges go", () => {
    // Fault 73: nodes that pass on at once, joined at random, each to one of them, itself too.
    fc.assert(
      fc.property(fc.array(fc.nat(7), { minLength: 1, maxLength: 8 }), (targets) => {
        const id = (n: number) => `n${n % targets.length}`;
        const chat = talk({
          format: "hilo.flow/1",
          name: "Round",
          triggers: [{ type: "keyword", keyword: "hola", mode: "exact" }],
          nodes: targets.map((_, n) => ({
            id: id(n),
            type: "set",
            data: { assignments: [{ name: "x", value: "1" }] },
          })),
          edges: [
            { id: "e", source: "start", target: "n0" },
            ...targets.map((target, n) => ({ id: `e${n}`, source: id(n), target: id(target) })),
          ],
        });
        chat.receive({ type: "text", text: "hola" });
        expect(chat.live).toBeNull();
        expect(chat.session).toMatchObject({ status: "Errored", endReason: "limit" });
        expect(chat.trace.filter(({ type }) => type === "node-entered").length).toBeLessThanOrEqual(
          MAX_VISITS_PER_STEP + 1,
        );
        expect(chat.session?.error?.message).not.toBe("");
      }),
    );
  });
});

describe("two bots that answer each other", () => {
  it("fall silent after so many equal texts", () => {
    // Fault 74: every message is answered with the same, and every answer is a message.
    const chat = talk({
      format: "hilo.flow/1",
      name: "Parrot",
      triggers: [{ type: "catch-all" }],
      nodes: [{ id: "say", type: "text", data: { text: "¿Qué?" } }],
      edges: [{ id: "e", source: "start", target: "say" }],
    });
    for (let n = 0; n < 100; n += 1) {
      chat.receive({ type: "text", text: "¿Qué?" });
      chat.now += 1_000;
    }
    const equal = chat.sent.filter(({ content }) => content.type === "text" && content.text === "¿Qué?");
    expect(equal).toHaveLength(MAX_REPEATS);
  });
});

describe("what is no flow", () => {
  it.each([
    [null],
    [[]],
    ["{}"],
    [{ format: "hilo.flow/1" }],
    [{ format: "hilo.flow/1", name: "x", nodes: [{ id: "a", type: "nonsense" }], edges: [{}] }],
    [{ format: "hilo.flow/1", name: "x", nodes: [], edges: [], triggers: [{ type: "keyword" }] }],
    [JSON.parse('{"format":"hilo.flow/1","name":"x","nodes":[],"__proto__":{"polluted":true}}')],
  ])("is refused or read, and never throws: %j", (definition) => {
    // Fault 78.
    const parsed = parseFlow(definition);
    if (!parsed.ok) expect(parsed.problems.length).toBeGreaterThan(0);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});

/** What a template gives, or the code it fails with; null when it is refused as it is written. */
function printed(source: string, vars: Record<string, unknown> = {}): string | null {
  const contact = { id: "c", name: "Ana", phone: null, language: null, timeZone: null, tags: [], fields: {} };
  const env = createEnvironment(
    { format: 1, id: "s", status: "Active", seq: 0, frames: [], vars, wait: null },
    {
      now: NOON,
      timeZone: "UTC",
      contact,
      channel: { id: "ch", platform: "simulator", name: "S" },
      programs: () => undefined,
    },
    "es",
  );
  try {
    return renderTemplate(compileTemplate(source), env);
  } catch (error) {
    if (error instanceof TemplateError) return error.code;
    if (error instanceof TemplateSyntaxError) return null;
    throw error;
  }
}

describe("templates made to run away", () => {
  const BOMBS = [
    "{% for a in (1..100000) %}{% for b in (1..100000) %}x{% endfor %}{% endfor %}",
    "{% assign a = 'xxxxxxxxxx' %}{% for i in (1..100) %}{% assign a = a | append: a %}{% endfor %}{{ a }}",
    "{{ list | join: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' }}",
    `{% for i in (1..9) %}${"{% for i in (1..9) %}".repeat(8)}x${"{% endfor %}".repeat(8)}{% endfor %}`,
    "{{ 'x' | replace: '', 'xxxxxxxxxxxxxxxxxxxx' | replace: 'x', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' | replace: 'x', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' | replace: 'x', 'xxxxxxxxxxxxxxxxxxxxxxxx' }}",
  ];
  it.each(BOMBS.map((source, n) => ({ n, source })))("are cut at their budget ($n)", ({ source }) => {
    // Fault 79.
    const text = printed(source, { list: Array.from({ length: 2_000 }, (_, n) => n) });
    expect(text).toMatch(/^(limit-template|template-failed)$/);
  });
});

describe("templates made to look where they may not", () => {
  it.each([
    "{{ constructor }}",
    "{{ __proto__ }}",
    "{{ name.__proto__ }}",
    "{{ name.constructor }}",
    "{{ name.constructor.constructor }}",
    "{{ list.constructor }}",
    "{{ toString }}",
    "{{ global.process }}",
    "{{ process.env }}",
    "{{ this }}",
    "{{ $json }}",
    "{{ require }}",
  ])("print nothing, or are refused: %s", (source) => {
    // Fault 80.
    expect(printed(source, { name: "Ana", list: [1] }) ?? "").toBe("");
  });

  it.each([
    "{{ name }}",
    "{% for i in (1..9) %}x{% endfor %}",
    "{{ constructor.constructor('return process')() }}",
    "={{ $json.secret }}",
    "$".concat("{7*7}"),
    "<%= 7 * 7 %>",
    "#{7*7}",
  ])("a customer's words are words: %s", (words) => {
    expect(printed("Hola {{ answer }}", { answer: words, name: "Ana" })).toBe(`Hola ${words}`);
    expect(printed("{% if true %}Hola {{ answer }}{% endif %}", { answer: words, name: "Ana" })).toBe(
      `Hola ${words}`,
    );
  });
});

describe("patterns made to hang", () => {
  const PARTS = [
    "(a+)+$",
    "(a|aa)+$",
    "(a|a?)+$",
    "([a-zA-Z]+)*$",
    "(.*a){12}$",
    "(a*)*b",
    "(x+x+)+y",
    "(.*)*c",
    "^(([a-z])+.)+[A-Z]([a-z])+$",
  ];
  const CORPUS = PARTS.flatMap((part) => [
    part,
    `^${part}`,
    `(?i)${part}`,
    `(?:${part})?d`,
    `${part}|${part}`,
    `(${part})`,
  ]);

  it("a corpus of more than fifty is linear in a long text, or refused when it is written", () => {
    // Fault 81: one that went back and forth would not come to an end.
    expect(CORPUS.length).toBeGreaterThan(50);
    const text = `${"a".repeat(5_000)}!`;
    for (const source of CORPUS) {
      try {
        expect(typeof findsIn(compilePattern(source), text)).toBe("boolean");
      } catch (error) {
        expect(error).toBeInstanceOf(PatternSyntaxError);
      }
    }
  });

  it.each(["(?=a)b", "(a)\\1", "(?<!x)y", "a{1,100000}", "("])(
    "what RE2 does not have is refused: %s",
    (source) => {
      expect(() => compilePattern(source)).toThrow(PatternSyntaxError);
    },
  );
});
