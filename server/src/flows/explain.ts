/** Which flow a text or an event would start, for a contact, or for a stranger on a channel. */
import { type Explanation, explain, type Trigger, type TriggerEvent } from "@hilo/flow-engine";
import { playedBy } from "../channels/channel.ts";
import { readChannelSettings } from "../channels/settings.ts";
import { contactById } from "../contacts/contact-views.ts";
import { platform } from "../contract/common.ts";
import { workspaceSettings } from "../conversations/workspace-settings.ts";
import { AppError, notFound } from "../http/app-error.ts";
import type { Runtime } from "../runtime.ts";
import { draftEntries, otherDrafts } from "./draft-triggers.ts";
import type { PublishedFlows } from "./published-flows.ts";

/** Without a channel: as on WhatsApp, where triggers bound to certain channels do not hold. */
const ANY_CHANNEL = { id: "", platform: "whatsapp" } as const;
const STRANGER = { language: null, tags: [] };

export interface Question {
  text?: string | undefined;
  event?: TriggerEvent | undefined;
  channelId?: string | undefined;
  contactId?: string | undefined;
  /** As if this flow were published with these triggers. */
  draft?: { flowId: string; triggers: Trigger[]; priority: number } | undefined;
}
type Answer = Explanation & { drafts?: Explanation["candidates"] };

export async function explainTriggers(
  runtime: Pick<Runtime, "pool" | "prisma" | "now">,
  flows: PublishedFlows,
  workspaceId: string,
  { text, event, channelId, contactId, draft }: Question,
): Promise<Answer> {
  const { pool, prisma, now } = runtime;
  const asked = text ?? event;
  if (asked === undefined) throw new AppError("bad-request", 400, "Give either text or event.");
  const { triggerRevision, timeZone, settings } = await prisma.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { triggerRevision: true, timeZone: true, settings: true },
  });
  const { hours, words } = workspaceSettings(JSON.stringify(settings));
  const published = await flows.triggers(pool, workspaceId, triggerRevision);
  const contact = contactId === undefined ? STRANGER : await contactById(pool, workspaceId, contactId);
  const channel = channelId === undefined ? ANY_CHANNEL : await channelOf(prisma, workspaceId, channelId);
  const context = { channel, contact, now: now().getTime(), timeZone, hours, words };
  if (draft === undefined) return explain(published, asked, context);
  const own = await draftEntries(pool, workspaceId, draft);
  const explanation = explain(published.withFlow(draft.flowId, own), asked, context);
  const others = explain(await otherDrafts(pool, workspaceId, draft.flowId), asked, context);
  const known = new Set([...explanation.candidates, ...explanation.notNow].map(({ flowId }) => flowId));
  const drafts = [...others.candidates, ...others.notNow].filter(({ flowId }) => !known.has(flowId));
  return { ...explanation, drafts };
}

async function channelOf(prisma: Runtime["prisma"], workspaceId: string, id: string) {
  const channel = await prisma.channel.findFirst({
    where: { workspaceId, id },
    select: { id: true, platform: true, settings: true },
  });
  if (!channel) throw notFound("channel");
  const kind = platform.parse(channel.platform);
  return { id: channel.id, platform: kind, plays: playedBy(kind, readChannelSettings(channel.settings)) };
}
