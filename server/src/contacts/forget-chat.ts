/** Begins a simulated chat anew: the live session ends, and what was said is gone. */
import { endSession, getConversation } from "../conversations/agent-actions.ts";
import { DRAIN_LOCK } from "../conversations/drain.ts";
import type { ConversationDeps } from "../conversations/submit-row.ts";
import { transaction } from "../db/transaction.ts";
import { notFound } from "../http/app-error.ts";
import { nextSeq } from "../realtime/change-log.ts";

export async function forgetChat(
  deps: ConversationDeps,
  workspaceId: string,
  conversationId: string,
): Promise<void> {
  const { runtime } = deps;
  const { session } = await getConversation(runtime, workspaceId, conversationId);
  if (session && (session.status === "Active" || session.status === "Paused")) {
    await endSession(deps, workspaceId, session.id, "reset");
  }
  const seq = await transaction(runtime.pool, async (client) => {
    const { rows } = await client.query<{ shard: number }>(
      "SELECT shard FROM conversations WHERE workspace_id = $1 AND id = $2",
      [workspaceId, conversationId],
    );
    if (!rows[0]) throw notFound("conversation");
    // A step under way would say something into the cleared chat.
    await client.query("SELECT pg_advisory_xact_lock($1, $2)", [DRAIN_LOCK, rows[0].shard]);
    await client.query("DELETE FROM messages WHERE workspace_id = $1 AND conversation_id = $2", [
      workspaceId,
      conversationId,
    ]);
    // A clock that went before the others is right again, and so are the times it gave.
    await client.query(
      `UPDATE sessions s SET started_at = s.started_at - c.clock_ahead_s * interval '1 second',
              updated_at = s.updated_at - c.clock_ahead_s * interval '1 second', ended_at = s.ended_at - c.clock_ahead_s * interval '1 second'
         FROM conversations c
        WHERE c.workspace_id = $1 AND c.id = $2 AND c.clock_ahead_s > 0 AND s.workspace_id = c.workspace_id AND s.conversation_id = c.id`,
      [workspaceId, conversationId],
    );
    await client.query(
      `UPDATE conversations SET mode = 'Bot', assignee_id = NULL, unread = 0, last_message_at = NULL, last_message_preview = NULL,
              last_inbound_at = NULL, window_expires_at = NULL, said = '[]', clock_ahead_s = 0
        WHERE workspace_id = $1 AND id = $2`,
      [workspaceId, conversationId],
    );
    return nextSeq(client);
  });
  const conversation = await getConversation(runtime, workspaceId, conversationId);
  runtime.publish([
    { workspaceId, contactId: null, event: "conversation:updated", payload: { conversation }, seq },
  ]);
}
