/** Which published flow a text would start, and why. */
import { type ChannelSnapshot, type Explanation, explain } from "@hilo/flow-engine";
import { notFound } from "../http/app-error.ts";
import type { Runtime } from "../runtime.ts";
import type { PublishedFlows } from "./published-flows.ts";

/** Nobody in particular: conditions on tags and language see a contact without either. */
const ANYBODY = {
  id: "anybody",
  name: null,
  phone: null,
  language: null,
  timeZone: null,
  tags: [],
  fields: {},
};

export async function explainTriggers(
  runtime: Pick<Runtime, "pool" | "prisma">,
  flows: PublishedFlows,
  workspaceId: string,
  ask: { text: string; channelId?: string | undefined },
): Promise<Explanation> {
  const workspace = await runtime.prisma.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const index = await flows.triggers(runtime.pool, workspaceId, workspace.triggerRevision);
  return explain(index, ask.text, {
    contact: ANYBODY,
    channel: await channelOf(runtime, workspaceId, ask.channelId),
  });
}

async function channelOf(
  runtime: Pick<Runtime, "prisma">,
  workspaceId: string,
  id: string | undefined,
): Promise<ChannelSnapshot> {
  if (id === undefined) return { id: "any", platform: "whatsapp", name: "" };
  const channel = await runtime.prisma.channel.findFirst({ where: { workspaceId, id } });
  if (!channel) throw notFound("channel");
  return { id: channel.id, platform: readPlatform(channel.platform), name: channel.name };
}

function readPlatform(text: string): ChannelSnapshot["platform"] {
  return text === "instagram" || text === "messenger" || text === "simulator" ? text : "whatsapp";
}
