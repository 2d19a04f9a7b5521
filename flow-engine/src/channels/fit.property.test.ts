/** Whatever a flow says, every platform takes what becomes of it, and nothing that the customer needs is lost. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MessageContent, wordsOf } from "../content/schema.ts";
import { anyContent } from "./any-content.fixture.ts";
import { fit } from "./fit.ts";
import { RENDERINGS } from "./renderings.ts";
import { refusal } from "./within-limits.fixture.ts";

const PLATFORMS = ["whatsapp", "messenger", "instagram"] as const;
const RUNS = { numRuns: 1_500 };

describe.each(PLATFORMS)("on %s", (platform) => {
  test("every message is within the platform's limits", () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        for (const message of fit(content, platform).messages) expect(refusal(message, platform)).toBeNull();
      }),
      RUNS,
    );
  });

  test("what is fitted fits as it is, without another word about it", () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        for (const message of fit(content, platform).messages)
          expect(fit(message, platform)).toEqual({ messages: [message], notes: [] });
      }),
      RUNS,
    );
  });

  test("every option can still be chosen: by its id, or by its number and title in a text", () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const choices = choicesOf(content);
        const { messages } = fit(content, platform);
        const ids = new Set(messages.flatMap(choicesOf).map(({ id }) => id));
        const said = messages.map(wordsOf).join("").replace(/\s/g, "");
        for (const { id, title } of choices) {
          const words = (title.trim() || id).replace(/\s/g, "");
          expect(ids.has(id) || said.includes(words)).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

function choicesOf(content: MessageContent): readonly { id: string; title: string }[] {
  switch (content.type) {
    case "buttons":
      return content.options;
    case "list":
      return content.sections.flatMap(({ rows }) => rows);
    case "carousel":
      return content.cards.flatMap(({ buttons }) => buttons.filter((button) => button.kind === "reply"));
    default:
      return [];
  }
}

test("the simulator shows what WhatsApp would", () => {
  fc.assert(
    fc.property(anyContent, (content) => {
      expect(fit(content, "simulator")).toEqual(fit(content, "whatsapp"));
    }),
  );
});

test("each content's last way is always possible, so that nothing is lost without a word", () => {
  for (const ways of Object.values(RENDERINGS))
    for (const platform of PLATFORMS) expect(ways[platform].at(-1)?.when).toBeUndefined();
});
