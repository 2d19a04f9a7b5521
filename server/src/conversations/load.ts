/** The reads of a drain: pending rows of a shard, their conversations with all a step needs, the messages that were tapped. */

import { type ChannelSnapshot, readSaid, sessionSchema } from "@hilo/flow-engine";
import type { PoolClient } from "pg";
import { playedBy } from "../channels/channel.ts";
import { type ChannelSettings, readChannelSettings } from "../channels/settings.ts";
import { TAGS } from "../contacts/contact-sql.ts";
import { keptByText } from "../db/kept-by-text.ts";
import { smallints, texts, uuids } from "../db/lists.ts";
import { statement } from "../db/sql.ts";
import type { InboxRow } from "./inbox-row.ts";
import { conversationKey, type LoadedConversation, type TappedMessage } from "./loaded.ts";
import { workspaceSettings } from "./workspace-settings.ts";

/** Rows of one drain: large enough that a busy shard costs few transactions, small enough to hold its lock briefly. */
export const DRAIN_BATCH = 500;

/** Where the shards that a transaction holds are written down for its next statement, which is sent before the answer. */
export const HELD_SHARDS = "hilo.held_shards";

/** How many rows of each shard a drain of so many shards takes: DRAIN_BATCH in all, so that a backlog leaves room for the others. */
export const rowsOfEach = (shards: number): number => Math.ceil(DRAIN_BATCH / shards);

const channelSettingsOf = keptByText((json) => readChannelSettings(JSON.parse(json)));

interface ConversationRow {
  workspaceId: string;
  channelId: string;
  externalId: string;
  shard: number;
  conversationId: string;
  mode: "Bot" | "Human";
  status: "open" | "closed";
  assigneeId: string | null;
  unread: number;
  lastInboundAt: Date | null;
  contactId: string;
  name: string | null;
  phone: string | null;
  email: string | null;
  optedOutAt: Date | null;
  language: string | null;
  contactZone: string | null;
  fields: Record<string, unknown>;
  tags: string[];
  platform: ChannelSnapshot["platform"];
  channelName: string;
  timeZone: string;
  settings: string;
  said: Parameters<typeof readSaid>[0];
  triggerRevision: number;
  freeEntrySince: Date | null;
  freeEntryExpiresAt: Date | null;
  humanUntil: Date | null;
  sendTo: string | null;
  clockAheadS: number;
  windowExpiresAt: Date | null;
  channelSettings: string;
  identities: string[];
  sessionId: string | null;
  flowId: string | null;
  flowVersionId: string | null;
  version: number | null;
  state: unknown;
  startedAt: Date | null;
}

/**
 * The conversation of a row called `k`, if that is its first (`nth`), with all that a step needs. Along the indexes, one by one
 * (LIMIT keeps the planner from another order): a join was measured that read the contacts of the workspace for each key.
 */
const CONVERSATION = `
  SELECT c.id AS "conversationId", c.mode, c.status, c.assignee_id AS "assigneeId", c.unread, c.last_inbound_at AS "lastInboundAt",
         c.said, p.id AS "contactId", p.name, p.phone, p.email, p.opted_out_at AS "optedOutAt", p.language,
         p.time_zone AS "contactZone", p.fields,
         ${TAGS} AS tags,
         ch.platform, ch.name AS "channelName", w.time_zone AS "timeZone", w.settings::text AS settings,
         w.trigger_revision AS "triggerRevision", c.free_entry_since AS "freeEntrySince",
         c.free_entry_expires_at AS "freeEntryExpiresAt", c.human_until AS "humanUntil", c.send_to AS "sendTo",
         c.clock_ahead_s AS "clockAheadS", c.window_expires_at AS "windowExpiresAt", ch.settings::text AS "channelSettings",
         ARRAY(SELECT i.external_id FROM contact_identities i
                WHERE i.workspace_id = p.workspace_id AND i.contact_id = p.id AND i.channel_id = c.channel_id) AS identities,
         s.id AS "sessionId", s.flow_id AS "flowId", s.flow_version_id AS "flowVersionId", s.version, s.state,
         s.started_at AS "startedAt"
    FROM (SELECT * FROM conversations c
           WHERE k.nth = 1 AND c.workspace_id = k.workspace_id AND c.channel_id = k.channel_id AND c.external_id = k.external_id
           LIMIT 1) c
   CROSS JOIN LATERAL (SELECT * FROM contacts p WHERE p.workspace_id = c.workspace_id AND p.id = c.contact_id LIMIT 1) p
    JOIN channels ch ON ch.workspace_id = c.workspace_id AND ch.id = c.channel_id
    JOIN workspaces w ON w.id = c.workspace_id
    LEFT JOIN LATERAL (
      SELECT * FROM sessions s
       WHERE s.workspace_id = c.workspace_id AND s.conversation_id = c.id AND s.status IN ('Active', 'Paused')
       LIMIT 1) s ON true
   LIMIT 1`;

export interface Loaded {
  rows: InboxRow[];
  /** By key. Rows whose channel is gone, and newcomers', have none. */
  conversations: Map<string, LoadedConversation>;
}

const loadDrain = statement<InboxRow & Partial<ConversationRow>>(
  "load-drain",
  `WITH held AS (SELECT COALESCE(NULLIF(current_setting('${HELD_SHARDS}', true), ''), '{}')::smallint[] AS shards),
        k AS MATERIALIZED (
          SELECT e.*, row_number() OVER (PARTITION BY workspace_id, channel_id, external_id ORDER BY id) AS nth
            FROM held CROSS JOIN LATERAL unnest(held.shards) AS s
           CROSS JOIN LATERAL (
             SELECT * FROM inbox_events e
              WHERE e.shard = s AND e.state = 'pending' AND ($1::bigint IS NULL OR e.id = $1)
              ORDER BY e.id LIMIT ceil(${DRAIN_BATCH}::float8 / GREATEST(cardinality(held.shards), 1))) e)
   SELECT k.id::text AS id, k.kind, k.payload, k.received_at AS "receivedAt", k.attempts, k.shard,
          k.workspace_id AS "workspaceId", k.channel_id AS "channelId", k.external_id AS "externalId", c.*
     FROM k LEFT JOIN LATERAL (${CONVERSATION}) c ON true
    ORDER BY k.id`,
);

/**
 * The oldest pending rows of the shards that the transaction holds, and their conversations.
 * @param only this row alone; null: all that are pending
 */
export async function loadDrainRows(client: PoolClient, only: string | null): Promise<Loaded> {
  const rows = await loadDrain.rows(client, [only]);
  return { rows, conversations: byKey(rows) };
}

const loadKeys = statement<ConversationRow>(
  "load-conversations",
  `SELECT k.workspace_id AS "workspaceId", k.channel_id AS "channelId", k.external_id AS "externalId", k.shard, c.*
     FROM (SELECT unnest($1::uuid[]) AS workspace_id, unnest($2::uuid[]) AS channel_id, unnest($3::text[]) AS external_id,
                  unnest($4::smallint[]) AS shard, 1 AS nth) k
    CROSS JOIN LATERAL (${CONVERSATION}) c`,
);

/** The conversations of the rows, by key. */
export async function loadConversations(
  client: PoolClient,
  rows: readonly InboxRow[],
): Promise<Map<string, LoadedConversation>> {
  const keys = distinctKeys(rows);
  const found = await loadKeys.rows(client, [
    uuids(keys, (key) => key.workspaceId),
    uuids(keys, (key) => key.channelId),
    texts(keys, (key) => key.externalId),
    smallints(keys, (key) => key.shard),
  ]);
  return byKey(found);
}

function byKey(rows: readonly Partial<ConversationRow>[]): Map<string, LoadedConversation> {
  const found = rows.filter(hasConversation);
  return new Map(found.map((row) => [conversationKey(row), fromRow(row)]));
}

const hasConversation = (row: Partial<ConversationRow>): row is ConversationRow =>
  typeof row.conversationId === "string";

export function distinctKeys(rows: readonly InboxRow[]): InboxRow[] {
  return [...new Map(rows.map((row) => [conversationKey(row), row])).values()];
}

function channelOf(
  { channelId, platform, channelName }: ConversationRow,
  settings: ChannelSettings,
): ChannelSnapshot {
  const channel = { id: channelId, platform, name: channelName };
  return platform === "simulator" ? { ...channel, plays: playedBy(platform, settings) } : channel;
}

function fromRow(row: ConversationRow): LoadedConversation {
  const { sessionId, flowId, flowVersionId, version, startedAt } = row;
  const channelSettings = channelSettingsOf(row.channelSettings);
  const session =
    sessionId && flowId && flowVersionId && version !== null && startedAt
      ? { id: sessionId, flowId, flowVersionId, version, state: sessionSchema.parse(row.state), startedAt }
      : null;
  return {
    workspaceId: row.workspaceId,
    channelId: row.channelId,
    externalId: row.externalId,
    shard: row.shard,
    id: row.conversationId,
    contact: {
      id: row.contactId,
      name: row.name,
      phone: row.phone,
      email: row.email,
      optedOut: row.optedOutAt !== null,
      language: row.language,
      timeZone: row.contactZone,
      tags: row.tags,
      fields: row.fields,
    },
    channel: channelOf(row, channelSettings),
    mode: row.mode,
    status: row.status,
    assigneeId: row.assigneeId,
    unread: row.unread,
    session,
    timeZone: row.timeZone,
    settings: workspaceSettings(row.settings),
    said: readSaid(row.said),
    lastInboundAt: row.lastInboundAt,
    standing: {
      freeEntrySince: row.freeEntrySince,
      freeEntryExpiresAt: row.freeEntryExpiresAt,
      humanUntil: row.humanUntil,
    },
    sendTo: row.sendTo,
    clockAheadMs: row.clockAheadS * 1_000,
    windowExpiresAt: row.windowExpiresAt,
    channelSettings,
    identities: row.identities,
    triggerRevision: row.triggerRevision,
  };
}

/** Which session and node sent the messages that this batch taps on. */
export async function loadTapped(
  client: PoolClient,
  taps: readonly { row: InboxRow; replyTo: string }[],
): Promise<Map<string, TappedMessage>> {
  if (taps.length === 0) return new Map();
  const { rows } = await client.query<TappedMessage & { platformMessageId: string }>({
    name: "drain-tapped",
    text: `SELECT m.platform_message_id AS "platformMessageId", m.session_id AS "sessionId", m.node_id AS "nodeId",
                  s.flow_id AS "flowId", s.flow_version_id AS "flowVersionId"
             FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS k(workspace_id, channel_id, platform_message_id)
             JOIN messages m USING (workspace_id, channel_id, platform_message_id)
             JOIN sessions s ON s.workspace_id = m.workspace_id AND s.id = m.session_id
            WHERE m.direction = 'out' AND m.node_id IS NOT NULL`,
    values: [
      taps.map((t) => t.row.workspaceId),
      taps.map((t) => t.row.channelId),
      taps.map((t) => t.replyTo),
    ],
  });
  return new Map(rows.map(({ platformMessageId, ...tapped }) => [platformMessageId, tapped]));
}
