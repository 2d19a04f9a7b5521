/** What the performers of tasks read and count. */
import type { Pool } from "pg";
import { statement } from "../db/sql.ts";
import type { Runtime } from "../runtime.ts";
import type { Said } from "./performer.ts";

export const secretAad = (workspaceId: string, id: string): string => `secret:${workspaceId}:${id}`;

/** Null when there is none of the name. */
export async function readSecret(
  { prisma, secrets }: Pick<Runtime, "prisma" | "secrets">,
  workspaceId: string,
  name: string,
): Promise<string | null> {
  const secret = await prisma.secret.findFirst({ where: { workspaceId, name } });
  return secret ? secrets.open(secret.value, secretAad(workspaceId, secret.id)) : null;
}

interface Place {
  workspaceId: string;
  conversationId: string;
}

const selectHistory = statement<Said>(
  "select-history",
  `SELECT by, text FROM (
     SELECT seq, CASE direction WHEN 'in' THEN 'customer' ELSE 'business' END AS by, text
       FROM messages WHERE workspace_id = $1 AND conversation_id = $2 AND text <> '' AND status NOT IN ('Failed', 'Cancelled')
      ORDER BY seq DESC LIMIT $3) latest
    ORDER BY seq`,
);

/** The latest messages that have words, oldest first. */
export function readHistory(
  pool: Pool,
  { workspaceId, conversationId }: Place,
  count: number,
): Promise<Said[]> {
  return selectHistory.rows(pool, [workspaceId, conversationId, count]);
}

const addUsage = statement(
  "add-usage",
  `INSERT INTO monthly_usage (workspace_id, month, metric, count) VALUES ($1, $2, $3, $4)
   ON CONFLICT (workspace_id, month, metric) DO UPDATE SET count = monthly_usage.count + EXCLUDED.count`,
);

/** Months are those of UTC. */
export async function countUsage(
  { pool, now }: Pick<Runtime, "pool" | "now">,
  workspaceId: string,
  metric: string,
  amount: number,
): Promise<void> {
  if (amount === 0) return;
  await addUsage.run(pool, [workspaceId, now().toISOString().slice(0, 7), metric, Math.round(amount)]);
}

const selectTypist = statement<{ contactId: string; messageId: string | null }>(
  "select-typist",
  `SELECT c.contact_id AS "contactId",
          (SELECT m.platform_message_id FROM messages m
            WHERE m.workspace_id = c.workspace_id AND m.conversation_id = c.id AND m.direction = 'in'
            ORDER BY m.seq DESC LIMIT 1) AS "messageId"
     FROM conversations c WHERE c.workspace_id = $1 AND c.id = $2`,
);

/** Whom a typing sign is for, and the message it answers; null when they were erased. */
export async function findTypist(
  pool: Pool,
  { workspaceId, conversationId }: Place,
): Promise<{ contactId: string; messageId: string | null } | null> {
  const [found] = await selectTypist.rows(pool, [workspaceId, conversationId]);
  return found ?? null;
}
