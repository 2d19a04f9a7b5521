/** Messenger and Instagram as channels: one wire format, told apart by the body's `object` and by small things. */
import { z } from "zod";
import type { ChannelAdapter } from "../channel.ts";
import { readGraphAnswer } from "../read-answer.ts";
import { parse } from "./parse.ts";
import { render } from "./render.ts";
import { renderSignal } from "./render-signal.ts";
import { wireId } from "./wire.ts";

const acceptedSchema = z.object({ message_id: wireId });
/** Actions have no id of their own. */
const actedSchema = z.object({ recipient_id: wireId });

function acceptedId(body: unknown, isAction: boolean): string | null | undefined {
  if (isAction) return actedSchema.safeParse(body).success ? null : undefined;
  return acceptedSchema.safeParse(body).data?.message_id;
}

export function metaMessaging(platform: "messenger" | "instagram", webhookObject: string): ChannelAdapter {
  return {
    platform,
    webhookObject,
    parse,
    render: (content, target) => render(content, target, platform),
    renderSignal,
    readAnswer: (answer, content) =>
      readGraphAnswer(platform, answer, (body) => acceptedId(body, content.type === "reaction")),
  };
}
