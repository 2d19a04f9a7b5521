/** What people do to conversations from the inbox or the API: rows in the inbox like everything else, drained at once. */
import type { MessageContent } from "@hilo/flow-engine";
import { type Platform, playedBy } from "../channels/channel.ts";
import { type ChannelSettings, readChannelSettings } from "../channels/settings.ts";
import { platform } from "../contract/common.ts";
import type { Conversation, Message, Session } from "../contract/index.ts";
import { deterministicId, newId, providerKey, shardOf } from "../db/ids.ts";
import { AppError } from "../http/app-error.ts";
import { leaveFor } from "../outbox/window.ts";
import type { Runtime } from "../runtime.ts";
import type { FlowSource } from "./apply-batch.ts";
import { drainShard } from "./drain.ts";
import type { AgentAction } from "./inbox-row.ts";
import { whyNotSendable } from "./sendable.ts";
import { sessionById } from "./session-views.ts";
import { conversationsByIds, messagesByIds } from "./views.ts";

export interface ConversationDeps {
  runtime: Runtime;
  flows: FlowSource;
}

interface Place {
  workspaceId: string;
  channelId: string;
  externalId: string;
}

/** Stores one row and drains its shard, so that the caller sees what came of it. A `key` given twice is one row. */
export async function submit(
  deps: ConversationDeps,
  place: Place,
  kind: "agent" | "start",
  payload: unknown,
  key: string,
): Promise<void> {
  const { runtime, flows } = deps;
  const shard = shardOf(place.channelId, place.externalId);
  const { rows } = await runtime.pool.query<{ id: string }>({
    name: "submit-inbox-row",
    text: `INSERT INTO inbox_events (workspace_id, channel_id, kind, external_id, shard, provider_key, payload, received_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7::json, $8)
           ON CONFLICT (workspace_id, channel_id, provider_key) DO NOTHING RETURNING id::text`,
    values: [
      place.workspaceId,
      place.channelId,
      kind,
      place.externalId,
      shard,
      providerKey(kind, key),
      JSON.stringify(payload),
      runtime.now(),
    ],
  });
  await drainShard(runtime, flows, shard);
  const id = rows[0]?.id;
  if (id !== undefined) await refuseQuarantined(runtime, place.workspaceId, id);
}

async function refuseQuarantined(runtime: Runtime, workspaceId: string, id: string): Promise<void> {
  const { rows } = await runtime.pool.query<{ state: string; error: string | null }>(
    "SELECT state, error FROM inbox_events WHERE workspace_id = $1 AND id = $2",
    [workspaceId, id],
  );
  if (rows[0]?.state === "quarantined")
    throw new AppError("not-applied", 500, `This could not be applied: ${rows[0].error ?? "unknown reason"}`);
}

/** What decides whether free words may be sent there. */
interface Standpoint {
  platform: Platform;
  windowExpiresAt: Date | null;
  lastInboundAt: Date | null;
  clockAheadMs: number;
  settings: ChannelSettings;
}

async function placeOf(
  runtime: Runtime,
  workspaceId: string,
  conversationId: string,
): Promise<Place & Standpoint> {
  const { rows } = await runtime.pool.query<Place & Omit<Standpoint, "settings"> & { settings: unknown }>(
    `SELECT c.workspace_id AS "workspaceId", c.channel_id AS "channelId", c.external_id AS "externalId",
            c.window_expires_at AS "windowExpiresAt", c.last_inbound_at AS "lastInboundAt",
            c.clock_ahead_s * 1000.0::float8 AS "clockAheadMs", ch.platform, ch.settings
       FROM conversations c JOIN channels ch ON ch.workspace_id = c.workspace_id AND ch.id = c.channel_id
      WHERE c.workspace_id = $1 AND c.id = $2`,
    [workspaceId, conversationId],
  );
  if (!rows[0]) throw new AppError("not-found", 404, "There is no such conversation.");
  return { ...rows[0], settings: readChannelSettings(rows[0].settings) };
}

export async function getConversation(
  runtime: Runtime,
  workspaceId: string,
  id: string,
): Promise<Conversation> {
  const [found] = await conversationsByIds(runtime.pool, [{ workspaceId, id }]);
  if (!found) throw new AppError("not-found", 404, "There is no such conversation.");
  const { workspaceId: _, ...conversation } = found;
  return conversation;
}

/** The bot is silent from here on; timers and results it awaited are kept back. */
export async function takeOver(
  deps: ConversationDeps,
  workspaceId: string,
  id: string,
  userId: string | null,
): Promise<Conversation> {
  return act(deps, workspaceId, id, { action: "take-over", userId });
}

/** The bot goes on where it stood. */
export async function handBack(
  deps: ConversationDeps,
  workspaceId: string,
  id: string,
  userId: string | null,
): Promise<Conversation> {
  return act(deps, workspaceId, id, { action: "hand-back", userId });
}

async function act(
  deps: ConversationDeps,
  workspaceId: string,
  id: string,
  action: AgentAction,
): Promise<Conversation> {
  await submit(deps, await placeOf(deps.runtime, workspaceId, id), "agent", action, newId());
  return getConversation(deps.runtime, workspaceId, id);
}

export async function markRead(runtime: Runtime, workspaceId: string, id: string): Promise<Conversation> {
  await runtime.pool.query(
    "UPDATE conversations SET unread = 0 WHERE workspace_id = $1 AND id = $2 AND unread > 0",
    [workspaceId, id],
  );
  const conversation = await getConversation(runtime, workspaceId, id);
  runtime.publish([
    { workspaceId, contactId: null, event: "conversation:updated", payload: { conversation }, seq: "0" },
  ]);
  return conversation;
}

export async function endSession(
  deps: ConversationDeps,
  workspaceId: string,
  id: string,
  reason: string | undefined,
): Promise<Session> {
  const session = await sessionById(deps.runtime.pool, workspaceId, id);
  if (!session) throw new AppError("not-found", 404, "There is no such session.");
  const place = await placeOf(deps.runtime, workspaceId, session.conversationId);
  await submit(
    deps,
    place,
    "agent",
    { action: "end-session", sessionId: id, ...(reason ? { reason } : {}) },
    newId(),
  );
  return (await sessionById(deps.runtime.pool, workspaceId, id)) ?? session;
}

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
