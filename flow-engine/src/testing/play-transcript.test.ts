import { describe, expect, it } from "vitest";
import { makeFlow } from "./make-flow.ts";
import { playTranscript } from "./play-transcript.ts";
import { transcriptSchema } from "./transcript-schema.ts";

const flow = makeFlow({
  triggers: [{ type: "keyword", keyword: "hola", mode: "word" }],
  nodes: {
    menu: [
      "buttons",
      { text: "¿Qué?", options: [{ id: "opt-0", title: "Ventas" }], saveAs: "tema", timeoutMinutes: 30 },
    ],
    late: ["text", { text: "¿Sigues ahí?" }],
    api: [
      "http-request",
      { url: "https://example.org/{{ tema }}", save: [{ path: "precio", name: "precio" }] },
    ],
    price: ["text", { text: "Son {{ precio }} €" }],
    sorry: ["text", { text: "No responde" }],
    agent: ["handoff", { text: "Te paso" }],
    back: ["text", { text: "He vuelto" }],
  },
  edges: [
    "start > menu",
    "menu:opt-0 > api",
    "menu:timeout > late",
    "api > price",
    "api:error > sorry",
    "sorry > agent",
    "agent > back",
  ],
});

const play = (steps: unknown[], more: object = {}) =>
  playTranscript(
    transcriptSchema.parse({
      format: "hilo.transcript/1",
      name: "T",
      start: "2026-03-02T10:00:00Z",
      steps,
      ...more,
    }),
    [flow],
  );
const menu = { bot: { type: "buttons", text: "¿Qué?", options: [{ id: "opt-0" }] } };
const price = { http: { request: { url: "https://example.org/Ventas" }, body: { precio: 9 } } };

describe("playTranscript", () => {
  it("plays writing, tapping, HTTP answers and what the session holds", () => {
    const expected = { status: "Completed", endReason: "finished", variables: { tema: "Ventas", precio: 9 } };
    const steps = [{ customer: "¡HÓLA!" }, menu, { customer: { tap: "Ventas" } }, price, { bot: "Son 9 €" }];
    expect(play(steps, { expect: expected })).toMatchObject({ ok: true, report: "" });
  });

  it("fires timers when their time comes, not before", () => {
    expect(
      play([{ customer: "hola" }, menu, { advance: "29m" }, { advance: "1m" }, { bot: "¿Sigues ahí?" }])
        .report,
    ).toBe("");
    expect(play([{ customer: "hola" }, menu, { advance: "29m" }, { bot: "¿Sigues ahí?" }]).ok).toBe(false);
  });

  it("fires the earlier of two timers first", () => {
    const impatient = { ...flow, settings: { expiryMinutes: 10 } };
    const steps = [{ customer: "hola" }, menu, { advance: "1d" }];
    const transcript = {
      format: "hilo.transcript/1",
      name: "T",
      start: "2026-03-02T10:00:00Z",
      steps,
      expect: { endReason: "expired" },
    };
    expect(playTranscript(transcriptSchema.parse(transcript), [impatient]).report).toBe("");
  });

  it("leaves the conversation to a person until it is handed back", () => {
    const steps = [
      { customer: "hola" },
      menu,
      { customer: { tap: "opt-0" } },
      { http: { error: "timeout" } },
      { bot: "No responde" },
      { bot: "Te paso" },
      { customer: "hola" },
      { agent: "hand-back" },
      { bot: "He vuelto" },
    ];
    expect(play(steps).report).toBe("");
  });

  it("restarts the flow on a tap of an ended session", () => {
    const steps = [{ customer: "hola" }, menu, { customer: { tap: "opt-0" } }, price, { bot: "Son 9 €" }];
    expect(play([...steps, { customer: { tap: "opt-0" } }, menu]).report).toBe("");
  });

  it.each<[string, unknown[], object, string]>([
    [
      "another text",
      [{ customer: "hola" }, { bot: "¿Cómo?" }],
      {},
      'Step 2, the bot:\n  expected "¿Cómo?"\n       got "¿Qué?"',
    ],
    [
      "another button",
      [{ customer: "hola" }, { bot: { options: [{ title: "Compras" }] } }],
      {},
      'options[0].title: expected "Compras"',
    ],
    [
      "a message that was not written down",
      [{ customer: "hola" }, { customer: "Ventas" }],
      {},
      "Step 2: before it, the bot also says\n  + ¿Qué? [Ventas]",
    ],
    ["a message too many at the end", [{ customer: "hola" }], {}, "At the end: before it, the bot also says"],
    ["silence", [{ customer: "adiós" }, { bot: "¿Qué?" }], {}, "it says nothing (no flow started)"],
    ["a button that is not there", [{ customer: { tap: "Nada" } }], {}, 'there is no button or row "Nada"'],
    [
      "another request",
      [{ customer: "hola" }, menu, { customer: { tap: "opt-0" } }, { http: { request: { method: "POST" } } }],
      {},
      'method: expected "POST"',
    ],
    [
      "an HTTP answer nobody waits for",
      [{ customer: "hola" }, menu, { http: {} }],
      {},
      "the flow waits for no answer of that kind (the session waits for a message)",
    ],
    [
      "another end",
      [{ customer: "hola" }, menu],
      { expect: { variables: { tema: "Ventas" } } },
      'variables.tema: expected "Ventas"',
    ],
  ])("tells of %s", (_, steps, more, report) => {
    const result = play(steps, more);
    expect(result.ok).toBe(false);
    expect(result.report).toContain(report);
  });

  it("shows the conversation up to where it departed", () => {
    expect(
      play([{ customer: "hola" }, { bot: "x" }])
        .report.split("\n")
        .slice(-3),
    ).toEqual(["The conversation up to there:", "  customer: hola", "  bot: ¿Qué? [Ventas]"]);
  });
});
