/** Brings the table of templates to what Meta has: all pages read, then one statement for what is new, changed and gone. */
import { z } from "zod";
import type { ChannelDirectory, ChannelRecord } from "../channels/directory.ts";
import { transaction } from "../db/transaction.ts";
import { notFound } from "../http/app-error.ts";
import { accountIdOf } from "../meta/account-id.ts";
import { type GraphApi, GraphFailure, graphId } from "../meta/graph-api.ts";
import type { Runtime } from "../runtime.ts";

/** As Meta lists it ("Message templates", fields of the node). Ids and names only are needed to know it again. */
const wireTemplate = z.object({
  id: graphId,
  name: z.string().min(1).max(512),
  language: z.string().min(1).max(35),
  status: z.string().catch("UNKNOWN"),
  category: z.string().nullish().catch(null),
  rejected_reason: z.string().nullish().catch(null),
  parameter_format: z.string().nullish().catch(null),
  quality_score: z.object({ score: z.string() }).nullish().catch(null),
  components: z.array(z.unknown()).catch([]),
});
type WireTemplate = z.infer<typeof wireTemplate>;
const FIELDS = "id,name,language,status,category,components,quality_score,rejected_reason,parameter_format";

export interface SyncParts {
  runtime: Pick<Runtime, "pool" | "config" | "log">;
  directory: ChannelDirectory;
  graph: GraphApi;
}

export interface SyncedChannel {
  channelId: string;
  name: string;
  found: number;
  removed: number;
  problem: string | null;
}

/**
 * @param channelId null: all WhatsApp channels of the workspace
 * @returns a line for each channel; what could not be asked says why
 */
export async function syncTemplates(
  parts: SyncParts,
  workspaceId: string,
  channelId: string | null,
): Promise<SyncedChannel[]> {
  const { all } = await parts.directory.afterMiss();
  const own = all.filter((channel) => channel.workspaceId === workspaceId);
  const chosen = own.filter(({ id, platform }) =>
    channelId === null ? platform === "whatsapp" : id === channelId,
  );
  if (channelId !== null && chosen.length === 0) throw notFound("channel");
  const lines: SyncedChannel[] = [];
  // One after the other: numbers of one account share its request limit.
  for (const channel of chosen) lines.push(await syncChannel(parts, channel));
  return lines;
}

/** Webhooks may be lost: channels whose templates nobody asked for in so long are asked for by a chore. */
const SYNC_HOURS = 6;
const AT_ONCE = 10;

export async function syncDueTemplates(parts: SyncParts): Promise<void> {
  const { rows } = await parts.runtime.pool.query<{ id: string }>(
    `SELECT c.id FROM channels c
      WHERE c.platform = 'whatsapp' AND c.state = 'active' AND c.account_id IS NOT NULL AND c.access_token IS NOT NULL
        AND COALESCE((SELECT max(t.synced_at) FROM templates t WHERE t.workspace_id = c.workspace_id AND t.channel_id = c.id),
                     c.created_at) < now() - make_interval(hours => $1)
        AND COALESCE((c.health->>'templatesAskedAt')::timestamptz, 'epoch') < now() - make_interval(hours => $1)
      ORDER BY c.id LIMIT $2`,
    [SYNC_HOURS, AT_ONCE],
  );
  for (const { id } of rows) {
    const channel = await parts.directory.fresh(id);
    if (!channel) continue;
    await syncChannel(parts, channel);
    // Also when there are none, or Meta said no: not again in five minutes.
    await parts.runtime.pool.query(
      "UPDATE channels SET health = (health::jsonb || jsonb_build_object('templatesAskedAt', now()))::json WHERE workspace_id = $1 AND id = $2",
      [channel.workspaceId, id],
    );
  }
}

/** Never throws for what Meta says or does not say. */
export async function syncChannel(parts: SyncParts, channel: ChannelRecord): Promise<SyncedChannel> {
  const line = { channelId: channel.id, name: channel.name, found: 0, removed: 0 };
  if (channel.platform !== "whatsapp") return { ...line, problem: "Only WhatsApp has templates." };
  if (channel.accessToken === null)
    return { ...line, problem: "The channel has no access token that can be read: connect it again." };
  try {
    const accountId = await accountIdOf(parts, channel);
    if (accountId === null) return { ...line, problem: NO_ACCOUNT };
    const call = {
      path: `${accountId}/message_templates`,
      token: channel.accessToken,
      version: channel.graphVersion,
    };
    const listed = await parts.graph.list({ ...call, params: { fields: FIELDS } }, z.unknown());
    // One that can't be read (a name from the future) must not cost the others.
    const templates = listed.flatMap((raw) => wireTemplate.safeParse(raw).data ?? []);
    const removed = await save(parts.runtime, channel, templates);
    return { ...line, found: templates.length, removed, problem: null };
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error;
    return { ...line, problem: error.message };
  }
}

const NO_ACCOUNT =
  "Meta does not say which WhatsApp Business Account the number belongs to: the token needs the permission whatsapp_business_management, or write the account's id into the channel's settings.";

async function save(
  { pool }: Pick<Runtime, "pool">,
  { workspaceId, id }: ChannelRecord,
  templates: readonly WireTemplate[],
): Promise<number> {
  const rows = templates.map((template) => ({
    platform_id: template.id,
    name: template.name,
    language: template.language,
    category: template.category ?? null,
    status: template.status,
    reason: template.rejected_reason === "NONE" ? null : (template.rejected_reason ?? null),
    quality: template.quality_score?.score ?? null,
    format: template.parameter_format ?? null,
    components: template.components,
  }));
  return transaction(pool, async (client) => {
    // Two syncs of a channel at once would remove each other's news.
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('templates:' || $1, 0))", [id]);
    await client.query(UPSERT, [workspaceId, id, JSON.stringify(rows)]);
    const { rowCount } = await client.query(
      "DELETE FROM templates WHERE workspace_id = $1 AND channel_id = $2 AND NOT (platform_id = ANY($3::text[]))",
      [workspaceId, id, templates.map((template) => template.id)],
    );
    return rowCount ?? 0;
  });
}

const UPSERT = `
INSERT INTO templates (workspace_id, id, channel_id, platform_id, name, language, category, status, reason, quality, format,
                       components, synced_at, updated_at)
SELECT $1, gen_random_uuid(), $2, r.platform_id, r.name, r.language, r.category, r.status, r.reason, r.quality, r.format,
       r.components, now(), now()
  FROM (SELECT DISTINCT ON (name, language) * FROM json_to_recordset($3::json)
          AS r(platform_id text, name text, language text, category text, status text, reason text, quality text,
               format text, components json)) r
ON CONFLICT (workspace_id, channel_id, name, language) DO UPDATE
   SET platform_id = EXCLUDED.platform_id, category = EXCLUDED.category, status = EXCLUDED.status, reason = EXCLUDED.reason,
       quality = EXCLUDED.quality, format = EXCLUDED.format, components = EXCLUDED.components, synced_at = now(), updated_at = now()`;
