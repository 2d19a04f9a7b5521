/** `hilo play`, line by line. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { makeFlow } from "@hilo/flow-engine/testing";
import { describe, expect, it } from "vitest";
import { PlayChat } from "./play-chat.ts";

const example = (name: string): unknown =>
  JSON.parse(
    readFileSync(fileURLToPath(new URL(`../../../examples/${name}/flow.json`, import.meta.url)), "utf8"),
  );
const NOW = Date.parse("2026-03-02T10:00:00Z");
const open = (...flows: unknown[]) => new PlayChat({ flows, now: NOW, timeZone: "UTC" });

describe("a chat in the terminal", () => {
  it("says what the bot says, with its buttons, and takes titles and numbers for taps", () => {
    const chat = open(example("quiz"));
    expect(chat.take("quiz")).toEqual([
      "bot: ☕ The coffee quiz: three questions, one prize. Ready?",
      "(show-typing: seconds 2)",
      "(waits: /wait 1h moves the clock)",
    ]);
    expect(chat.take("/wait 2s")[1]).toMatch(/^bot: \*1\.\* .* \[Beans\] \[Cherries\] \[Nuts\]$/);
    expect(chat.take("mm")).toContain("(not taken: the answer is none of the options)");
    expect(chat.take("2")[0]).toMatch(/^bot: \*2\.\*/);
    expect(chat.take("/vars").join("")).toContain('"score": 1');
    expect(chat.take("/path")).toEqual(["path: start → hello → typing → zero → q1 → p1 → q2"]);
  });

  it("lets requests be answered, badly and well, and calls be made", () => {
    const chat = open(example("payment-link"));
    chat.take("pagar");
    expect(chat.take("12345")).toEqual([
      "(the flow waits for POST https://pay.example.org/v1/links: /answer or /fail)",
    ]);
    expect(chat.take("/answer yes")[0]).toMatch(/^Not JSON/);
    expect(chat.take('/answer {"body":{"url":"https://pay.example.org/1","amount":5}}')[0]).toContain(
      "[Pagar agora → https://pay.example.org/1]",
    );
    expect(chat.take("/hook paid")[0]).toMatch(/^Not JSON/);
    expect(chat.take('/hook {"status":"declined"}')[0]).toMatch(/^bot: O pagamento não foi concluído/);
    chat.take("Tentar de novo");
    expect(chat.take("/fail timeout")).toContain(
      "bot: Não consegui criar o link de pagamento. Já avisámos a loja.",
    );
    expect(chat.take("/agent hand-back")).toEqual(["(session Completed: finished)"]);
  });

  it("answers for a language model, in words and in data", () => {
    const chat = open(example("ai-helpdesk"));
    chat.take("pregunta");
    chat.take('/answer {"category":"cat-0"}');
    expect(chat.take("/answer Abrimos a las 9.")[0]).toBe("bot: Abrimos a las 9.");
  });

  it("sends media and places, and says when nothing starts", () => {
    const chat = open(
      makeFlow({
        triggers: [{ type: "keyword", keyword: "hola", mode: "word" }],
        nodes: { a: ["ask", { text: "Where?", kind: "location", saveAs: "w" }] },
        edges: ["start > a"],
      }),
    );
    expect(chat.take("nothing")).toEqual(["(nothing starts: no-trigger)"]);
    chat.take("hola");
    expect(chat.take("/location 36.5")).toEqual(["Say where: /location 36.5,-6.3"]);
    expect(chat.take("/location 36.5,-6.3")).toEqual(["(session Completed: finished)"]);
    expect(chat.take("/media x")[0]).toMatch(/^Say which/);
  });

  it("knows what it does not know", () => {
    const chat = open(example("quiz"));
    expect(chat.take("/dance")).toEqual(["There is no /dance. /help lists what there is."]);
    expect(chat.take("/wait long")).toEqual(["Say how long: /wait 30m, /wait 2h, /wait 1d"]);
    expect(chat.take("/wait 999999999d")).toEqual(["That is too long. A year is the most: /wait 365d"]);
    expect(chat.take("/answer {}")).toEqual(["The flow waits for no answer."]);
    expect(chat.take("/hook {}")).toEqual(["The flow waits for no call."]);
    expect(chat.take("/help")[0]).toMatch(/^Write as the customer/);
  });
});
