/** What every channel that sends must hold to; run for each by channel.test.ts. */
import { MEDIA_KINDS, type MessageContent } from "@hilo/flow-engine";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChannelAdapter, SendTarget } from "./channel.ts";

const text = (maxLength: number) =>
  fc.oneof(
    fc.string({ unit: "grapheme", maxLength }),
    fc.lorem({ maxCount: Math.ceil(maxLength / 6) }),
    fc.constantFrom("", " ", "\n"),
  );
const id = fc.stringMatching(/^[a-z0-9-]{1,64}$/);
const option = fc.record({ id, title: text(40) });
const media = fc.record(
  {
    kind: fc.constantFrom(...MEDIA_KINDS),
    url: fc.constant("https://files.test/a"),
    caption: text(3_000),
    filename: fc.constant("a.pdf"),
  },
  { requiredKeys: ["kind", "url"] },
);
const header = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), text: text(100) }),
  fc.record({ kind: fc.constant("media" as const), media }),
);
const distinct = { selector: ({ id: own }: { id: string }) => own };

/** Any content a flow may hand over, with texts far beyond all limits. */
export const anyContent: fc.Arbitrary<MessageContent> = fc.oneof(
  fc.record({ type: fc.constant("text" as const), text: text(9_000) }),
  fc.record({ type: fc.constant("media" as const), media }),
  fc.record(
    {
      type: fc.constant("buttons" as const),
      text: text(3_000),
      header,
      footer: text(100),
      options: fc.uniqueArray(option, { maxLength: 14, ...distinct }),
    },
    { requiredKeys: ["type", "text", "options"] },
  ),
  fc
    .record(
      {
        type: fc.constant("list" as const),
        text: text(9_000),
        button: text(40),
        header: text(100),
        footer: text(100),
        rows: fc.uniqueArray(
          fc.record({ id, title: text(60), description: text(120) }, { requiredKeys: ["id", "title"] }),
          { maxLength: 14, ...distinct },
        ),
        titles: fc.array(text(50), { minLength: 1, maxLength: 4 }),
      },
      { requiredKeys: ["type", "text", "button", "rows", "titles"] },
    )
    .map(({ rows, titles, ...list }) => ({
      ...list,
      sections: titles.map((title, n) => ({ title, rows: rows.filter((_, i) => i % titles.length === n) })),
    })),
  fc.record({ type: fc.constant("location-request" as const), text: text(3_000) }),
  fc.record(
    {
      type: fc.constant("location" as const),
      latitude: fc.double({ noNaN: true }),
      longitude: fc.double({ noNaN: true }),
      name: text(200),
    },
    { requiredKeys: ["type", "latitude", "longitude"] },
  ),
  fc.record({
    type: fc.constant("reaction" as const),
    messageId: fc.constant("wamid.X"),
    emoji: fc.constantFrom("👍", ""),
  }),
  fc.record({
    type: fc.constant("template" as const),
    name: fc.constant("welcome"),
    language: fc.constant("es"),
  }),
);

const target: SendTarget = {
  platformId: "1001",
  externalId: "573001112233",
  phone: "+573001112233",
  messageId: "m-1",
};

/** @param accepts what the platform says to a request: null when it takes it, else why not */
export function channelContract(adapter: ChannelAdapter, accepts: (body: unknown) => string | null): void {
  describe(`${adapter.platform} as a channel`, () => {
    test("whatever a flow says, the platform takes every request made of it", () => {
      fc.assert(
        fc.property(anyContent, (content) => {
          for (const part of adapter.fit(content))
            expect(accepts(adapter.render(part, target)?.body)).toBeNull();
        }),
        { numRuns: 600 },
      );
    });

    test("fitting what is fitted changes nothing", () => {
      fc.assert(
        fc.property(anyContent, (content) => {
          const fitted = adapter.fit(content);
          expect(fitted.flatMap((part) => adapter.fit(part))).toEqual(fitted);
        }),
      );
    });

    test("requests are JSON, carry our message id, and are the same each time", () => {
      fc.assert(
        fc.property(anyContent, (content) => {
          for (const part of adapter.fit(content)) {
            const rendered = adapter.render(part, target);
            expect(rendered?.path).toBe("1001/messages");
            expect(JSON.stringify(rendered)).toContain('"m-1"');
            expect(adapter.render(part, target)).toEqual(rendered);
          }
        }),
      );
    });

    test("parsing never throws", () => {
      fc.assert(fc.property(fc.jsonValue(), (body) => Array.isArray(adapter.parse(body, new Date(0)))));
    });

    test("no answer is taken for sent unless it names a message", () => {
      fc.assert(
        fc.property(fc.integer({ min: 100, max: 599 }), fc.jsonValue(), (status, body) => {
          expect(adapter.readAnswer({ status, body, retryAfterMs: null }).outcome).not.toBe("sent");
        }),
      );
    });
  });
}
