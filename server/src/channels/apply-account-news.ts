/** Applies what webhooks said of accounts, in order, each once. A chore: rows wait in the inbox until then. */
import type { PoolClient } from "pg";
import { z } from "zod";
import { transaction } from "../db/transaction.ts";
import type { Runtime } from "../runtime.ts";
import { type SyncParts, syncChannel } from "../templates/sync-templates.ts";
import { type AccountNews, readAccountNews } from "./account-news.ts";
import { changeHealth } from "./health.ts";

/** Rows of one turn. */
const BATCH = 200;

interface NewsRow {
  workspaceId: string;
  id: string;
  channelId: string;
  payload: unknown;
}

const payloadSchema = z.object({ field: z.string(), raw: z.object({ value: z.unknown() }) });

/** @returns how many rows were settled */
export async function applyAccountNews(parts: SyncParts & { runtime: Runtime }): Promise<number> {
  const { runtime, directory } = parts;
  const asked = new Set<string>();
  const freed: string[] = [];
  const rows = await transaction(runtime.pool, async (client) => {
    const waiting = await takeRows(client);
    for (const row of waiting) {
      const numbers = await numbersOf(client, row);
      const news = read(row);
      for (const item of news ?? []) {
        if (item.kind === "ask-templates") for (const { id } of numbers) asked.add(id);
        else freed.push(...(await apply(client, row.workspaceId, numbers, item)));
      }
      await settle(client, row, news, numbers.length);
    }
    return waiting;
  });
  if (rows.length === 0) return 0;
  directory.invalidate();
  for (const id of new Set(freed)) runtime.wake("deliver", id);
  await askTemplates(parts, asked);
  return rows.length;
}

async function takeRows(client: PoolClient): Promise<NewsRow[]> {
  const { rows } = await client.query<NewsRow>(
    `SELECT workspace_id AS "workspaceId", id::text AS id, channel_id AS "channelId", payload
       FROM inbox_events WHERE state = 'account' AND payload ->> 'field' <> 'mentions' ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
    [BATCH],
  );
  return rows;
}

interface NumberRow {
  id: string;
  phone: string | null;
}

/** The account's channels in the workspace the row came to. */
async function numbersOf(client: PoolClient, { workspaceId, channelId }: NewsRow): Promise<NumberRow[]> {
  const { rows } = await client.query<NumberRow>(
    `SELECT c.id, c.health->>'phone' AS phone
       FROM channels c JOIN channels own ON own.workspace_id = c.workspace_id AND own.id = $2
      WHERE c.workspace_id = $1 AND (c.id = own.id OR (c.platform = own.platform AND c.account_id = own.account_id))
      ORDER BY c.id`,
    [workspaceId, channelId],
  );
  return rows;
}

function read({ payload }: NewsRow): AccountNews[] | null {
  const parsed = payloadSchema.safeParse(payload);
  return parsed.success ? readAccountNews(parsed.data.field, parsed.data.raw.value) : null;
}

const digits = (phone: string | null) => phone?.replace(/\D/g, "") ?? "";

/** @returns channels that may send again */
async function apply(
  client: PoolClient,
  workspaceId: string,
  numbers: readonly NumberRow[],
  news: Exclude<AccountNews, { kind: "ask-templates" }>,
): Promise<string[]> {
  const ids = numbers.map(({ id }) => id);
  switch (news.kind) {
    case "template":
      await changeTemplate(client, workspaceId, ids, news);
      return [];
    case "health": {
      const meant = numbers.filter(
        ({ phone }) => news.phone === null || numbers.length === 1 || digits(phone) === digits(news.phone),
      );
      for (const { id } of meant) await changeHealth(client, { workspaceId, id }, news.change);
      return [];
    }
    case "hold":
      await client.query(
        `UPDATE channels SET state = 'paused', state_reason = $3, health = (health::jsonb || $4::jsonb)::json, updated_at = now()
          WHERE workspace_id = $1 AND id = ANY($2::uuid[]) AND state IN ('active', 'paused')`,
        [workspaceId, ids, news.reason, JSON.stringify({ account: news.account })],
      );
      return [];
    case "release": {
      // Only what Meta held: one that a person paused stays paused.
      const { rows } = await client.query<{ id: string }>(
        `UPDATE channels SET state = CASE WHEN health->>'account' IN ('disabled', 'removed') AND state = 'paused' THEN 'active' ELSE state END,
                state_reason = CASE WHEN state = 'paused' THEN NULL ELSE state_reason END,
                health = (health::jsonb || '{"account":null}')::json, updated_at = now()
          WHERE workspace_id = $1 AND id = ANY($2::uuid[]) RETURNING id`,
        [workspaceId, ids],
      );
      return rows.map(({ id }) => id);
    }
  }
}

async function changeTemplate(
  client: PoolClient,
  workspaceId: string,
  channelIds: readonly string[],
  { platformId, change }: Extract<AccountNews, { kind: "template" }>,
): Promise<void> {
  const where = "workspace_id = $1 AND channel_id = ANY($2::uuid[]) AND platform_id = $3";
  if (change.status === null) {
    await client.query(`DELETE FROM templates WHERE ${where}`, [workspaceId, channelIds, platformId]);
    return;
  }
  const { status = null, reason = null, quality = null, category = null } = change;
  await client.query(
    `UPDATE templates SET status = COALESCE($4, status), reason = CASE WHEN $4::text IS NULL THEN reason ELSE $5 END,
            quality = COALESCE($6, quality), category = COALESCE($7, category), updated_at = now() WHERE ${where}`,
    [workspaceId, channelIds, platformId, status, reason, quality, category],
  );
}

async function settle(
  client: PoolClient,
  row: NewsRow,
  news: AccountNews[] | null,
  numbers: number,
): Promise<void> {
  const problem =
    numbers === 0
      ? "The channel it was for is not connected any more."
      : news === null
        ? "This version can't read it."
        : null;
  const state = problem !== null || news?.length === 0 ? "ignored" : "done";
  await client.query(
    "UPDATE inbox_events SET state = $3, error = $4, done_at = now() WHERE workspace_id = $1 AND id = $2",
    [row.workspaceId, row.id, state, problem],
  );
}

/** What can't be asked now is asked by the next round of all templates. */
async function askTemplates(parts: SyncParts, channelIds: ReadonlySet<string>): Promise<void> {
  for (const id of channelIds) {
    const channel = await parts.directory.fresh(id);
    if (!channel) continue;
    const { problem } = await syncChannel(parts, channel);
    if (problem !== null)
      parts.runtime.log.warn({ channelId: id, problem }, "templates could not be asked for");
  }
}
