/** Which flow a text would start, for a stranger on a channel. */
import { type Explanation, explain } from "@hilo/flow-engine";
import { platform } from "../contract/common.ts";
import { notFound } from "../http/app-error.ts";
import type { Runtime } from "../runtime.ts";
import type { PublishedFlows } from "./published-flows.ts";

/** Without a channel: as on WhatsApp, where triggers bound to certain channels do not hold. */
const ANY_CHANNEL = { id: "", platform: "whatsapp" } as const;

export async function explainText(
  { pool, prisma }: Pick<Runtime, "pool" | "prisma">,
  flows: PublishedFlows,
  workspaceId: string,
  { text, channelId }: { text: string; channelId?: string | undefined },
): Promise<Explanation> {
  const workspace = await prisma.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { triggerRevision: true },
  });
  const index = await flows.triggers(pool, workspaceId, workspace.triggerRevision);
  const channel = channelId === undefined ? ANY_CHANNEL : await channelOf(prisma, workspaceId, channelId);
  return explain(index, text, { channel, contact: { language: null, tags: [] } });
}

async function channelOf(prisma: Runtime["prisma"], workspaceId: string, id: string) {
  const channel = await prisma.channel.findFirst({
    where: { workspaceId, id },
    select: { id: true, platform: true },
  });
  if (!channel) throw notFound("channel");
  return { id: channel.id, platform: platform.parse(channel.platform) };
}
