/** What holds for any content on any platform once it is fitted. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MessageContent } from "../../content/schema.ts";
import { anyContent } from "../any-content.fixture.ts";
import type { Platform } from "../limits.ts";
import { breaches } from "../within-limits.fixture.ts";
import { fit } from "./fit.ts";

const PLATFORMS = ["whatsapp", "instagram", "messenger", "simulator"] as const satisfies Platform[];

const anywhere = fc.constantFrom(...PLATFORMS);

/** What a customer may have to tap or type: what comes back, and how it is called. */
function choices(content: MessageContent): { id: string; title: string }[] {
  switch (content.type) {
    case "buttons":
      return content.options;
    case "list":
      return content.sections.flatMap(({ rows }) => rows);
    case "carousel":
      return content.cards.flatMap(({ buttons }) =>
        buttons.flatMap((one) => (one.kind === "reply" ? [one] : [])),
      );
    default:
      return [];
  }
}

function addresses(content: MessageContent): string[] {
  switch (content.type) {
    case "cta-url":
      return [content.url];
    case "carousel":
      return content.cards.flatMap(({ buttons }) =>
        buttons.flatMap((one) => (one.kind === "url" ? [one.url] : [])),
      );
    case "product":
      return content.link ? [content.link] : [];
    default:
      return [];
  }
}

const squeezed = (text: string) => text.replace(/\s+/g, "");

/** @param runs contents tried for each of the rules */
export function fitInvariants(runs: number): void {
  const holdsFor = (rule: (content: MessageContent, platform: Platform) => void) =>
    fc.assert(fc.property(anyContent, anywhere, rule), { numRuns: runs });

  describe("whatever a flow says", () => {
    test("every message made of it is within the platform's limits", () => {
      holdsFor((content, platform) => {
        for (const message of fit(content, platform).messages)
          expect(breaches(message, platform), JSON.stringify(message)).toEqual([]);
      });
    });

    test("fitting what is fitted changes nothing and has nothing to note", () => {
      holdsFor((content, platform) => {
        for (const message of fit(content, platform).messages)
          expect(fit(message, platform)).toEqual({ messages: [message], notes: [] });
      });
    });

    test("every choice can still be tapped, or typed by its number", () => {
      holdsFor((content, platform) => {
        const { messages } = fit(content, platform);
        const shown = messages.flatMap(choices);
        const said = messages.map((message) => ("text" in message ? message.text : "")).join("\n");
        for (const [at, { id }] of choices(content).entries()) {
          const tapped = shown.some((one) => one.id === id && one.title.trim() !== "");
          expect(tapped || new RegExp(`^${at + 1}\\. `, "m").test(said) || content.type === "carousel").toBe(
            true,
          );
          // Cards with more choices than buttons are numbered by themselves.
          if (content.type === "carousel") expect(tapped || /^\d+\. /m.test(said)).toBe(true);
        }
      });
    });

    test("no word of a text is lost", () => {
      holdsFor((content, platform) => {
        if (content.type === "template" || content.type === "carousel" || !("text" in content)) return;
        const said = fit(content, platform).messages.map((message) =>
          "text" in message ? message.text : "",
        );
        expect(squeezed(said.join(""))).toContain(squeezed(content.text));
      });
    });

    test("every address can still be opened", () => {
      holdsFor((content, platform) => {
        const { messages } = fit(content, platform);
        // A catalog shows what the link would.
        if (messages.some(({ type }) => type === "product")) return;
        const kept = squeezed(JSON.stringify(messages).replaceAll("\\n", ""));
        // A text in several messages may be cut inside an address that is longer than one.
        for (const address of addresses(content))
          if (address.length < 500) expect(kept).toContain(squeezed(address));
      });
    });

    test("nothing is changed in silence", () => {
      holdsFor((content, platform) => {
        const { messages, notes } = fit(content, platform);
        if (messages.length !== 1) expect(notes).not.toEqual([]);
        if (messages.some(({ type }) => type !== content.type)) expect(notes).not.toEqual([]);
      });
    });
  });
}
