/** For platforms whose messages are not read yet: each entry of a delivery is kept and shown as it came. Pure. */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { ChannelAdapter, InboundEvent, Platform } from "./channel.ts";

const bodySchema = z.object({ entry: z.array(z.unknown()) });
const entrySchema = z.object({ id: z.union([z.string(), z.number()]).transform(String) });

function parse(body: unknown): InboundEvent[] {
  // Instagram Login is documented with the whole body in an array.
  if (Array.isArray(body)) return body.flatMap(parse);
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return [];
  return parsed.data.entry.map((raw): InboundEvent => {
    const providerKey = `sha256:${createHash("sha256")
      .update(JSON.stringify(raw) ?? "")
      .digest("hex")}`;
    const entry = entrySchema.safeParse(raw);
    if (entry.success) return { kind: "other", platformId: entry.data.id, field: "entry", providerKey, raw };
    return { kind: "bad", platformId: null, providerKey, reason: "The entry has no id.", raw };
  });
}

export function unreadEntries(platform: Platform, webhookObject: string): ChannelAdapter {
  return {
    platform,
    webhookObject,
    parse,
    render: () => null,
    readAnswer: ({ status }) => ({
      outcome: "dead",
      error: { code: `http-${status}`, message: "Hilo can't send on this channel yet." },
    }),
  };
}
