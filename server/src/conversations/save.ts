/** The writes of a drain: everything the batch made, in a fixed handful of statements, whatever its size. */
import type { PoolClient } from "pg";
import { preview } from "../channels/channel.ts";
import type { Message } from "../contract/index.ts";
import type { LoadedConversation } from "./loaded.ts";
import { saveContacts } from "./save-contacts.ts";
import { saveSessions } from "./save-sessions.ts";
import { viewMessage } from "./view-message.ts";
import type { NewMessage, Work } from "./work.ts";

/** Free text may be sent for so long after a customer's last message (WhatsApp, Messenger, Instagram: 24 h). */
const WINDOW_HOURS = 24;

/** @returns the messages that are new, in order */
export async function saveWorks(client: PoolClient, works: readonly Work[]): Promise<SavedMessage[]> {
  await saveSessions(client, works);
  const messages = await saveMessages(client, works);
  await saveTimers(client, works);
  await saveTasks(client, works);
  await saveContacts(client, works);
  await saveConversations(client, works);
  await releaseHeld(client, works);
  return messages;
}

export type SavedMessage = Message & { workspaceId: string };

/** In order: `seq` numbers are drawn row by row, and order the outbox. */
async function saveMessages(client: PoolClient, works: readonly Work[]): Promise<SavedMessage[]> {
  const all = works.flatMap((work) => work.messages.map((message) => ({ message, at: work.conversation })));
  if (all.length === 0) return [];
  const { rows } = await client.query<{ id: string; seq: string }>({
    name: "save-messages",
    text: `INSERT INTO messages (workspace_id, id, conversation_id, channel_id, contact_id, direction, author, author_id, content, text,
                                 status, platform_message_id, reply_to, client_key, session_id, node_id, flow_version_id,
                                 inbox_event_id, created_at)
           SELECT w, i, cv, ch, p, d, a, ai, c::json, t, s, pm, r, ck, se, n, fv, ie, at
             FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[],
                         $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::uuid[], $16::text[], $17::uuid[],
                         $18::bigint[], $19::timestamptz[])
                  WITH ORDINALITY AS k(w, i, cv, ch, p, d, a, ai, c, t, s, pm, r, ck, se, n, fv, ie, at, ord)
            ORDER BY ord
           ON CONFLICT (workspace_id, client_key) DO NOTHING RETURNING id, seq::text AS seq`,
    values: [
      all.map(({ at }) => at.workspaceId),
      all.map(({ message }) => message.id),
      all.map(({ at }) => at.id),
      all.map(({ at }) => at.channelId),
      all.map(({ at }) => at.contact.id),
      all.map(({ message }) => message.direction),
      all.map(({ message }) => message.author),
      all.map(({ message }) => message.authorId),
      all.map(({ message }) => JSON.stringify(message.content)),
      all.map(({ message }) => preview(message.content)),
      all.map(({ message }) => message.status),
      all.map(({ message }) => message.platformMessageId),
      all.map(({ message }) => message.replyTo),
      all.map(({ message }) => message.clientKey),
      all.map(({ message }) => message.sessionId),
      all.map(({ message }) => message.nodeId),
      all.map(({ message }) => message.flowVersionId),
      all.map(({ message }) => message.inboxEventId),
      all.map(({ message }) => message.at),
    ],
  });
  const seqs = new Map(rows.map(({ id, seq }) => [id, seq]));
  return all.flatMap(({ message, at }) => {
    const seq = seqs.get(message.id);
    return seq === undefined ? [] : [viewSaved(message, at, seq)];
  });
}

function viewSaved(message: NewMessage, at: LoadedConversation, seq: string): SavedMessage {
  const { workspaceId, id: conversationId, contact } = at;
  const view = viewMessage({
    ...message,
    seq,
    conversationId,
    contactId: contact.id,
    error: null,
    createdAt: message.at,
  });
  return { ...view, workspaceId };
}

async function saveTimers(client: PoolClient, works: readonly Work[]): Promise<void> {
  const gone = works.flatMap((work) => work.cancelledWaits.map((wait) => ({ wait, at: work.conversation })));
  if (gone.length > 0) {
    await client.query({
      name: "cancel-timers",
      text: `DELETE FROM timers t USING unnest($1::uuid[], $2::uuid[], $3::text[]) AS k(workspace_id, session_id, wait_id)
              WHERE t.workspace_id = k.workspace_id AND t.session_id = k.session_id AND t.wait_id = k.wait_id`,
      values: [
        gone.map(({ at }) => at.workspaceId),
        gone.map(({ wait }) => wait.sessionId),
        gone.map(({ wait }) => wait.waitId),
      ],
    });
  }
  const set = works.flatMap((work) =>
    [...work.timers.values()].map((timer) => ({ timer, at: work.conversation, work })),
  );
  if (set.length === 0) return;
  await client.query({
    name: "set-timers",
    text: `INSERT INTO timers (workspace_id, id, session_id, conversation_id, channel_id, external_id, wait_id, purpose, due_at, shard)
           SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[],
                                $9::timestamptz[], $10::smallint[])
           ON CONFLICT (workspace_id, session_id, wait_id, purpose) DO UPDATE SET due_at = EXCLUDED.due_at`,
    values: [
      set.map(({ at }) => at.workspaceId),
      set.map(({ timer, work }) => work.idFor(`timer:${timer.sessionId}:${timer.waitId}:${timer.purpose}`)),
      set.map(({ timer }) => timer.sessionId),
      set.map(({ at }) => at.id),
      set.map(({ at }) => at.channelId),
      set.map(({ at }) => at.externalId),
      set.map(({ timer }) => timer.waitId),
      set.map(({ timer }) => timer.purpose),
      set.map(({ timer }) => timer.dueAt),
      set.map(({ at }) => at.shard),
    ],
  });
}

async function saveTasks(client: PoolClient, works: readonly Work[]): Promise<void> {
  const all = works.flatMap((work) => work.tasks.map((task) => ({ task, at: work.conversation })));
  if (all.length === 0) return;
  await client.query({
    name: "save-tasks",
    text: `INSERT INTO tasks (workspace_id, id, session_id, conversation_id, channel_id, external_id, wait_id, node_id, kind, request, shard)
           SELECT w, i, s, cv, ch, e, wi, n, k, r::json, sh
             FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[],
                         $10::text[], $11::smallint[]) AS t(w, i, s, cv, ch, e, wi, n, k, r, sh)`,
    values: [
      all.map(({ at }) => at.workspaceId),
      all.map(({ task }) => task.id),
      all.map(({ task }) => task.sessionId),
      all.map(({ at }) => at.id),
      all.map(({ at }) => at.channelId),
      all.map(({ at }) => at.externalId),
      all.map(({ task }) => task.waitId),
      all.map(({ task }) => task.nodeId),
      all.map(({ task }) => task.task.kind),
      all.map(({ task }) => JSON.stringify(task.task)),
      all.map(({ at }) => at.shard),
    ],
  });
}

async function saveConversations(client: PoolClient, works: readonly Work[]): Promise<void> {
  if (works.length === 0) return;
  await client.query({
    name: "save-conversations",
    text: `UPDATE conversations c
              SET mode = k.mode, assignee_id = k.assignee, unread = c.unread + k.unread,
                  last_message_at = COALESCE(k.last_at, c.last_message_at),
                  last_message_preview = COALESCE(k.last_preview, c.last_message_preview),
                  last_inbound_at = COALESCE(k.inbound_at, c.last_inbound_at),
                  window_expires_at = COALESCE(k.inbound_at + make_interval(hours => $9), c.window_expires_at), said = k.said::json
             FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::timestamptz[], $7::text[], $8::timestamptz[], $10::text[])
                  AS k(workspace_id, id, mode, assignee, unread, last_at, last_preview, inbound_at, said)
            WHERE c.workspace_id = k.workspace_id AND c.id = k.id`,
    values: [
      works.map((work) => work.conversation.workspaceId),
      works.map((work) => work.conversation.id),
      works.map((work) => work.mode),
      works.map((work) => work.assigneeId),
      works.map((work) => work.unreadAdded),
      works.map((work) => work.messages.at(-1)?.at ?? null),
      works.map((work) => lastPreview(work)),
      works.map((work) => work.lastInboundAt),
      WINDOW_HOURS,
      works.map((work) => JSON.stringify(work.said)),
    ],
  });
}

/** Length of the line in the conversations list. */
const PREVIEW_CHARS = 160;

export function lastPreview(work: Work): string | null {
  const last = work.messages.at(-1);
  return last ? preview(last.content).slice(0, PREVIEW_CHARS) : null;
}

/** Timers and task results kept back while a human drove go on in the next drain, in their old order. */
async function releaseHeld(client: PoolClient, works: readonly Work[]): Promise<void> {
  const released = works.filter((work) => work.releasesHeld).map((work) => work.conversation);
  if (released.length === 0) return;
  await client.query({
    name: "release-held",
    text: `UPDATE inbox_events e SET state = 'pending'
             FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS k(workspace_id, channel_id, external_id)
            WHERE e.workspace_id = k.workspace_id AND e.channel_id = k.channel_id AND e.external_id = k.external_id AND e.state = 'held'`,
    values: [
      released.map((c) => c.workspaceId),
      released.map((c) => c.channelId),
      released.map((c) => c.externalId),
    ],
  });
}

/** Every row of the batch ends in a state somebody can see. */
export async function finishRows(
  client: PoolClient,
  works: readonly Work[],
  stray: readonly { id: string; workspaceId: string; error: string }[],
): Promise<void> {
  const done = works.flatMap((work) =>
    work.outcomes.map((outcome) => ({
      ...outcome,
      workspaceId: work.conversation.workspaceId,
      conversationId: work.conversation.id,
    })),
  );
  const lost = stray.map((row) => ({ ...row, state: "quarantined", conversationId: null }));
  const all = [...done, ...lost];
  if (all.length === 0) return;
  await client.query({
    name: "finish-rows",
    text: `UPDATE inbox_events e SET state = k.state, error = k.error, conversation_id = k.conversation_id, done_at = now()
             FROM unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::uuid[]) AS k(workspace_id, id, state, error, conversation_id)
            WHERE e.workspace_id = k.workspace_id AND e.id = k.id`,
    values: [
      all.map((row) => row.workspaceId),
      all.map((row) => row.id),
      all.map((row) => row.state),
      all.map((row) => row.error),
      all.map((row) => row.conversationId),
    ],
  });
}
