/** What every channel that sends must hold to; run for each by channel.test.ts. */
import { fit as fitContent, type MessageContent } from "@hilo/flow-engine";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyContent } from "../../flow-engine/src/channels/any-content.fixture.ts";
import type { ChannelAdapter, SendTarget } from "../../server/src/channels/channel.ts";

const target: SendTarget = {
  platformId: "1001",
  externalId: "573001112233",
  phone: "+573001112233",
  messageId: "m-1",
};

/** @param accepts what the platform says to a request: null when it takes it, else why not */
export function channelContract(adapter: ChannelAdapter, accepts: (body: unknown) => string | null): void {
  const fitted = (content: MessageContent) => fitContent(content, adapter.platform).messages;

  describe(`${adapter.platform} as a channel`, () => {
    test("whatever a flow says, the platform takes every request made of it", () => {
      fc.assert(
        fc.property(anyContent, (content) => {
          for (const part of fitted(content)) expect(accepts(adapter.render(part, target)?.body)).toBeNull();
        }),
        { numRuns: 600 },
      );
    });

    test("requests are JSON, carry our message id, and are the same each time", () => {
      fc.assert(
        fc.property(anyContent, (content) => {
          for (const part of fitted(content)) {
            const rendered = adapter.render(part, target);
            expect(rendered?.path).toBe("1001/messages");
            // A reaction of a page is an action, not a message: nothing comes back of it.
            const isAction = rendered !== null && "sender_action" in rendered.body;
            if (!isAction) expect(JSON.stringify(rendered)).toContain('"m-1"');
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
          expect(
            adapter.readAnswer({ status, body, retryAfterMs: null }, { type: "text", text: "x" }).outcome,
          ).not.toBe("sent");
        }),
      );
    });
  });
}
