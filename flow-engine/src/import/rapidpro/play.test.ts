/** Imported RapidPro flows, played. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { playTranscript } from "../../testing/play-transcript.ts";
import { transcriptSchema } from "../../testing/transcript-schema.ts";
import { ImportError } from "../imported-flow.ts";
import { importRapidPro } from "./import-rapidpro.ts";

const fixture = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`fixtures/${name}.json`, import.meta.url)), "utf8"));

function play(name: string, steps: unknown[], more: { contact?: object; expect?: object } = {}): string {
  const flows = importRapidPro(fixture(name)).flows.map(({ flow }) => flow);
  const started = flows.map((flow, at) =>
    at === 0 && flow.triggers?.length === 0
      ? { ...flow, triggers: [{ type: "keyword", keyword: "go", mode: "exact" }] }
      : flow,
  );
  const transcript = transcriptSchema.parse({
    format: "hilo.transcript/1",
    name,
    start: "2026-03-02T10:00:00Z",
    steps,
    ...more,
  });
  return playTranscript(transcript, started).report;
}

const ana = { name: "Ana Ruiz", language: "en" };
const asked = { bot: "Hi Ana, how old are you? Write to help@clinic.example" };

describe("an imported RapidPro flow", () => {
  it("keeps asking until a test fits, and says the category", () => {
    const steps = [
      { customer: "join please" },
      asked,
      { customer: "old" },
      { bot: "Please send a number." },
      { customer: "12" },
      { bot: "You are a child of 12. Ask your parents." },
    ];
    expect(play("clinic", steps, { contact: ana, expect: { status: "Completed" } })).toBe("");
  });

  it("takes a typed answer besides its quick replies, calls an API and goes on in another flow", () => {
    const steps = [
      { customer: "join" },
      asked,
      { customer: "30" },
      { bot: { type: "buttons", text: "Thanks, 30. Do you want a visit?" } },
      { customer: "oh yes, thank you" },
      {
        http: {
          request: { method: "GET", url: "https://clinic.example/next?age=30" },
          body: { day: "Monday" },
        },
      },
      { bot: "Come on Monday. @(weird_function(1))" },
      { bot: "Bye ANA RUIZ!" },
    ];
    const expected = { status: "Completed", contact: { tags: ["Mothers"], fields: { age: "30" } } };
    expect(play("clinic", steps, { contact: ana, expect: expected })).toBe("");
  });

  it("follows a quick reply, a time-out and a failed request where the source led", () => {
    const start = [{ customer: "join" }, asked];
    expect(
      play("clinic", [...start, { advance: "6m" }, { bot: "Write again when you have time." }], {
        contact: ana,
      }),
    ).toBe("");
    const visit = [...start, { customer: "30" }, { bot: { type: "buttons" } }];
    expect(
      play("clinic", [...visit, { customer: { tap: "No" } }, { did: { type: "assign" } }].slice(0, -1), {
        contact: ana,
        expect: { status: "Paused" },
      }),
    ).toBe("");
    const failed = [...visit, { customer: { tap: "Yes" } }, { http: { error: "timeout" } }];
    expect(play("clinic", failed, { contact: ana, expect: { status: "Paused" } })).toBe("");
  });

  it("speaks the contact's language, with the buttons of it", () => {
    const steps = [
      { customer: "unirme" },
      { bot: "Hola Ana, ¿qué edad tienes?" },
      { customer: "30" },
      { bot: { type: "buttons", text: "Gracias, 30 años.", options: [{ title: "Sí" }, { title: "No" }] } },
    ];
    expect(play("clinic", steps, { contact: { ...ana, language: "es" } })).toBe("");
  });

  it("divides by group, offers more than three replies as a list, and keeps what was typed", () => {
    const list = { bot: { type: "list", text: "Qual fruta?" } };
    const picture = { bot: { type: "media" } };
    const typed = [
      { customer: "go" },
      list,
      { customer: "kiwi" },
      picture,
      { bot: { type: "template", name: "thanks" } },
    ];
    expect(play("poll", typed, { expect: { variables: { fruta: "kiwi", fruta_category: "Outra" } } })).toBe(
      "",
    );
    const tapped = [{ customer: "go" }, list, { customer: "4" }, picture, { bot: { type: "template" } }];
    expect(play("poll", tapped, { expect: { variables: { fruta_category: "Maracujá" } } })).toBe("");
    const done = { tags: ["Done"] };
    expect(play("poll", [{ customer: "go" }, { bot: { type: "template" } }], { contact: done })).toBe("");
  });

  it("of the published example asks again after any other answer", () => {
    const question = { bot: { type: "buttons", text: "Red or blue?" } };
    const steps = [
      { customer: "start" },
      question,
      { customer: { tap: "Blue" } },
      question,
      { customer: "a red one" },
    ];
    expect(play("demo", steps, { expect: { status: "Completed", variables: { color: "a red one" } } })).toBe(
      "",
    );
  });
});

describe("what can't be read", () => {
  it("is refused with what to do", () => {
    const flow = { uuid: "f", name: "Old", action_sets: [], rule_sets: [], version: "11.12" };
    expect(() => importRapidPro({ version: "13", flows: [flow] })).toThrow(
      /before 13\. Open it once in RapidPro's editor/,
    );
    expect(() => importRapidPro({ version: "14", flows: [] })).toThrow(/versions 3 to 13/);
    expect(() => importRapidPro({ version: "13" })).toThrow(ImportError);
    expect(() => importRapidPro([])).toThrow(ImportError);
  });
});
