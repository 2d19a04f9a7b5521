/** A program reports that something happened to a contact: flows that listen for it start. */
import type { PoolClient } from "pg";
import type { z } from "zod";
import type { reportedEvent } from "../contract/events.ts";
import type { ConversationDeps } from "../conversations/submit-row.ts";
import { newId, providerKey } from "../db/ids.ts";
import { transaction } from "../db/transaction.ts";
import { notFound } from "../http/app-error.ts";
import { storeHappenings } from "./store-happenings.ts";

type ReportedEvent = z.output<typeof reportedEvent>;

/** @returns how many conversations the event went to: none when no published flow listens for it there */
export async function reportEvent(
  { runtime, flows }: ConversationDeps,
  workspaceId: string,
  { name, data, contact, idempotencyKey }: ReportedEvent,
): Promise<{ accepted: number }> {
  const key = providerKey("event", idempotencyKey ?? newId());
  const shards = await transaction(runtime.pool, async (client) => {
    if (idempotencyKey !== undefined && (await isKnown(client, workspaceId, key))) return "known";
    const target = await findContact(client, workspaceId, contact);
    const event = { type: "event" as const, name, ...(data ? { data } : {}) };
    return storeHappenings(
      client,
      flows,
      workspaceId,
      [{ ...target, event, providerKey: key }],
      runtime.now(),
    );
  });
  if (shards === "known") return { accepted: 1 };
  for (const shard of shards) runtime.wake("drain", String(shard));
  return { accepted: shards.length };
}

/** Waits for another report of the same key, which may have gone to another channel. */
async function isKnown(client: PoolClient, workspaceId: string, key: Buffer): Promise<boolean> {
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [
    `event:${workspaceId}:${key.toString("hex")}`,
  ]);
  const { rowCount } = await client.query(
    `SELECT 1 FROM inbox_events WHERE workspace_id = $1 AND provider_key = $2
        AND channel_id = ANY (ARRAY(SELECT id FROM channels WHERE workspace_id = $1))`,
    [workspaceId, key],
  );
  return rowCount !== 0;
}

interface Target {
  contactId: string;
  conversationId?: string;
}

async function findContact(
  client: PoolClient,
  workspaceId: string,
  contact: ReportedEvent["contact"],
): Promise<Target> {
  if ("conversationId" in contact) {
    const { conversationId } = contact;
    const found = await contactId(client, BY_CONVERSATION, workspaceId, conversationId);
    if (found === undefined) throw notFound("conversation");
    return { contactId: found, conversationId };
  }
  const found =
    "id" in contact
      ? await contactId(client, BY_ID, workspaceId, contact.id)
      : await contactId(client, BY_PHONE, workspaceId, contact.phone);
  if (found === undefined) throw notFound("contact");
  return { contactId: found };
}

const BY_CONVERSATION =
  "SELECT contact_id AS id FROM conversations WHERE workspace_id = $1 AND id = $2::uuid";
/** The loser of a merge stands for the contact it became. */
const BY_ID =
  "SELECT COALESCE(merged_into, id) AS id FROM contacts WHERE workspace_id = $1 AND id = $2::uuid";
/** Of several with one number, whom we heard of last. */
const BY_PHONE = `
  SELECT p.id FROM contacts p
    LEFT JOIN LATERAL (SELECT max(c.last_message_at) AS at FROM conversations c
                        WHERE c.workspace_id = p.workspace_id AND c.contact_id = p.id) last ON true
   WHERE p.workspace_id = $1 AND p.phone = $2 AND p.merged_into IS NULL
   ORDER BY last.at DESC NULLS LAST, p.id LIMIT 1`;

async function contactId(
  client: PoolClient,
  sql: string,
  workspaceId: string,
  value: string,
): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(sql, [workspaceId, value]);
  return rows[0]?.id;
}
