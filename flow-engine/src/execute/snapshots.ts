/** The contact and channel of a caller's session, as a step sees them. */
import { z } from "zod";
import type { ChannelSnapshot, ContactSnapshot } from "../step/context.ts";
import type { ExecutableSession } from "./session-state.ts";

/** Anything unfit is as if it had not been given. */
const text = z.string().nullable().catch(null);
const contactSchema = z.object({
  name: text,
  phone: text,
  language: text,
  timeZone: text,
  tags: z.array(z.string()).catch([]),
  fields: z.record(z.string(), z.unknown()).catch({}),
});

export function contactOf(session: ExecutableSession): ContactSnapshot {
  const id = z.object({ id: z.string() }).safeParse(session.contact).data?.id ?? session.id;
  return { id, ...contactSchema.parse(session.contact ?? {}) };
}

const channelSchema = z.object({
  id: z.string().catch(""),
  platform: z.enum(["whatsapp", "instagram", "messenger", "simulator"]).catch("whatsapp"),
  name: z.string().catch(""),
});

export function channelOf(session: ExecutableSession): ChannelSnapshot {
  return channelSchema.parse(session.channel ?? {});
}
