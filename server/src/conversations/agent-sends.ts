/** What people send to customers from the inbox or the API. */
import type { MessageContent } from "@hilo/flow-engine";
import { playedBy } from "../channels/channel.ts";
import { readChannelSettings } from "../channels/settings.ts";
import { platform } from "../contract/common.ts";
import type { Message } from "../contract/index.ts";
import { deterministicId, newId } from "../db/ids.ts";
import { AppError } from "../http/app-error.ts";
import { leaveFor } from "../outbox/window.ts";
import type { Runtime } from "../runtime.ts";
import { whyNotSendable } from "./sendable.ts";
import { type ConversationDeps, placeOf, type Standpoint, submit } from "./submit-row.ts";
import { messagesByIds } from "./views.ts";

export interface SendArgs {
  conversationId?: string | undefined;
  channelId?: string | undefined;
  to?: string | undefined;
  content: MessageContent;
  clientKey?: string | undefined;
  /** A comment that this answers in private. */
  commentId?: string | undefined;
}

/** Queues a message of an agent. Refused outside the customer's window, where the platform takes templates only. */
export async function sendMessage(
  deps: ConversationDeps,
  workspaceId: string,
  args: SendArgs,
  userId: string | null,
): Promise<Message> {
  const { runtime } = deps;
  const problem = whyNotSendable(args.content);
  if (problem !== null) throw new AppError("bad-request", 400, problem);
  const place = await targetOf(runtime, workspaceId, args);
  refuseClosed(runtime, place, args);
  const clientKey = args.clientKey ?? newId();
  await submit(
    deps,
    place,
    "agent",
    {
      action: "send",
      userId,
      clientKey,
      content: args.content,
      ...(args.commentId === undefined ? {} : { commentId: args.commentId }),
    },
    `send:${clientKey}`,
  );
  const [message] = await messagesByIds(runtime.pool, [
    { workspaceId, id: deterministicId(`${workspaceId}:agent:${clientKey}:0`) },
  ]);
  if (!message)
    throw new AppError("not-applied", 500, "The message was stored and not queued; see the webhook log.");
  const { workspaceId: _, ...view } = message;
  return view;
}

/** An agent is told at once, and not by a failed message. Who never wrote can be sent templates only. */
function refuseClosed(runtime: Runtime, place: Standpoint, { content, commentId }: SendArgs): void {
  if (content.type === "template") return;
  const { platform, windowExpiresAt, lastInboundAt, settings, clockAheadMs } = place;
  if (commentId !== undefined && (platform === "messenger" || platform === "instagram")) return;
  const occasion = {
    author: "agent",
    commentId: null,
    windowExpiresAt: windowExpiresAt ?? new Date(0),
    lastInboundAt,
    clockAheadMs,
  };
  const leave = leaveFor(playedBy(platform, settings), content, occasion, settings, runtime.now());
  if (leave.open) return;
  const { message, remedy } = leave.error;
  throw new AppError("window-closed", 409, `${message} ${remedy ?? ""}`.trim());
}

async function targetOf(runtime: Runtime, workspaceId: string, args: SendArgs) {
  if (args.conversationId !== undefined) return placeOf(runtime, workspaceId, args.conversationId);
  if (args.channelId === undefined || args.to === undefined) {
    throw new AppError("bad-request", 400, "Give conversationId, or channelId and to.");
  }
  const { channelId } = args;
  const channel = await runtime.prisma.channel.findFirst({ where: { workspaceId, id: channelId } });
  if (!channel) throw new AppError("not-found", 404, "There is no such channel.");
  const externalId = args.to.replace(/^\+/, "").replace(/[\s()-]/g, "");
  const known = await runtime.prisma.conversation.findFirst({
    where: { workspaceId, channelId, externalId },
  });
  return {
    workspaceId,
    channelId,
    externalId,
    platform: platform.parse(channel.platform),
    settings: readChannelSettings(channel.settings),
    windowExpiresAt: known?.windowExpiresAt ?? null,
    lastInboundAt: known?.lastInboundAt ?? null,
    clockAheadMs: (known?.clockAheadS ?? 0) * 1_000,
  };
}
