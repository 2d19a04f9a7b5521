/** The only caller of the step: one transaction takes a shard's pending rows, applies them in order and saves all that came of it. */
import type { TriggerIndex } from "@hilo/flow-engine";
import type { PoolClient } from "pg";
import { ZodError } from "zod";
import { crash } from "../crash.ts";
import { isAboutData } from "../db/data-error.ts";
import { shardOf } from "../db/ids.ts";
import { appendChanges, type Change, type LiveEvent } from "../realtime/change-log.ts";
import type { Runtime } from "../runtime.ts";
import { applyRow } from "./apply-row.ts";
import { messageChanges, sessionChanges } from "./changes.ts";
import { createConversations, type Newcomer } from "./create.ts";
import { type InboxRow, readRow } from "./inbox-row.ts";
import { DRAIN_BATCH, distinctKeys, loadConversations, loadRows, loadTapped } from "./load.ts";
import { conversationKey, type LoadedConversation } from "./loaded.ts";
import { MissingPrograms, type ProgramLookup } from "./programs.ts";
import type { BatchContext } from "./run-session.ts";
import { finishRows, saveWorks } from "./save.ts";
import { conversationsByIds, messagesByIds } from "./views.ts";
import { Work } from "./work.ts";

/** Advisory locks of drains: (class, shard). Any number no other lock of the product uses. */
export const DRAIN_LOCK = 4_101;
/** Longest wait for another worker's drain of the same shard; then the sweep asks again. */
const LOCK_TIMEOUT_MS = 5_000;

/** What the drain needs of published flows: synchronous look-ups, and loads for what was missing. */
export interface FlowSource extends ProgramLookup {
  triggers(client: PoolClient, workspaceId: string, revision: number): Promise<TriggerIndex>;
  load(client: PoolClient, versionIds: readonly string[]): Promise<void>;
}

/**
 * Drains one shard until nothing is pending.
 * @returns rows brought to an end
 */
export async function drainShard(runtime: Runtime, flows: FlowSource, shard: number): Promise<number> {
  let total = 0;
  for (;;) {
    const { rows, more } = await drainAll(runtime, flows, shard);
    total += rows;
    if (!more) return total;
  }
}

type Drained = { rows: number; more: boolean };

async function drainAll(runtime: Runtime, flows: FlowSource, shard: number): Promise<Drained> {
  try {
    return await drainOnce(runtime, flows, shard, null);
  } catch (error) {
    if (!isAboutData(error)) throw error;
    runtime.log.error({ err: error, shard }, "a batch could not be saved: its rows are taken one by one");
    return drainOneByOne(runtime, flows, shard);
  }
}

/** What one row made can't be stored: the others must not wait behind it for ever. It is quarantined with the reason. */
async function drainOneByOne(runtime: Runtime, flows: FlowSource, shard: number): Promise<Drained> {
  const { rows } = await runtime.pool.query<{ id: string }>(
    "SELECT e.id::text AS id FROM inbox_events e WHERE shard = $1 AND state = 'pending' ORDER BY e.id LIMIT $2",
    [shard, DRAIN_BATCH],
  );
  for (const { id } of rows) {
    try {
      await drainOnce(runtime, flows, shard, [id]);
    } catch (error) {
      if (!isAboutData(error)) throw error;
      await runtime.pool.query(
        "UPDATE inbox_events SET state = 'quarantined', error = $3, done_at = now() WHERE shard = $1 AND id = $2 AND state = 'pending'",
        [shard, id, reasonOf(error)],
      );
    }
  }
  return { rows: rows.length, more: rows.length > 0 };
}

async function drainOnce(
  runtime: Runtime,
  flows: FlowSource,
  shard: number,
  only: readonly string[] | null,
): Promise<Drained> {
  const client = await runtime.pool.connect();
  let failed: Error | undefined;
  try {
    await client.query(
      `BEGIN; SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}; SELECT pg_advisory_xact_lock(${DRAIN_LOCK}, ${shard})`,
    );
    const rows = await loadRows(client, shard, only);
    if (rows.length === 0) {
      await client.query("COMMIT");
      return { rows: 0, more: false };
    }
    const works = await applyRows(client, flows, rows, runtime);
    const events = await save(client, works, rows);
    crash("drain-before-commit");
    await client.query("COMMIT");
    crash("drain-after-commit");
    await announce(runtime, client, works, events).catch((error) =>
      runtime.log.error({ err: error }, "live events not sent"),
    );
    return {
      rows: rows.length,
      more: rows.length === DRAIN_BATCH || works.some((work) => work.releasesHeld),
    };
  } catch (error) {
    failed = error instanceof Error ? error : new Error(String(error));
    // The connection may be gone: what matters then is that the transaction ended with it.
    await client.query("ROLLBACK").catch(() => {});
    throw failed;
  } finally {
    client.release(failed);
  }
}

async function applyRows(
  client: PoolClient,
  flows: FlowSource,
  rows: readonly InboxRow[],
  runtime: Runtime,
): Promise<Work[]> {
  const conversations = await findConversations(client, rows);
  const batch = { tapped: await loadTapped(client, tapsOf(rows)) };
  const works: Work[] = [];
  for (const [key, conversation] of conversations) {
    const { workspaceId, triggerRevision } = conversation;
    const triggers = await flows.triggers(client, workspaceId, triggerRevision);
    const own = rows.filter((row) => conversationKey(row) === key);
    works.push(
      await applyConversation(
        client,
        flows,
        conversation,
        own,
        { ...batch, triggers, programs: flows },
        runtime,
      ),
    );
  }
  return works;
}

/** Pure turns: when a program is missing it is loaded and the conversation taken again from its beginning. */
async function applyConversation(
  client: PoolClient,
  flows: FlowSource,
  conversation: LoadedConversation,
  rows: readonly InboxRow[],
  batch: BatchContext,
  runtime: Runtime,
): Promise<Work> {
  for (;;) {
    try {
      return applyInOrder(conversation, rows, batch, runtime);
    } catch (error) {
      if (!(error instanceof MissingPrograms)) throw error;
      await flows.load(client, error.versionIds);
    }
  }
}

/** A row that fails leaves nothing behind but its reason; the conversation's later rows go on from the state before it. */
function applyInOrder(
  conversation: LoadedConversation,
  rows: readonly InboxRow[],
  batch: BatchContext,
  runtime: Runtime,
): Work {
  let work = new Work(conversation);
  for (const row of rows) {
    const attempt = work.copy();
    try {
      const state = applyRow(attempt, row, batch);
      attempt.outcomes.push({ id: row.id, state, error: null });
      work = attempt;
    } catch (error) {
      if (error instanceof MissingPrograms) throw error;
      runtime.log.error({ inboxId: row.id, err: error }, "inbox row quarantined");
      work.outcomes.push({ id: row.id, state: "quarantined", error: reasonOf(error) });
    }
  }
  return work;
}

/** Longest reason kept with a quarantined row. */
const REASON_CHARS = 500;

function reasonOf(error: unknown): string {
  const text =
    error instanceof ZodError ? `payload: ${error.issues[0]?.message ?? "not valid"}` : String(error);
  return text.slice(0, REASON_CHARS);
}

async function findConversations(
  client: PoolClient,
  rows: readonly InboxRow[],
): Promise<Map<string, LoadedConversation>> {
  const found = await loadConversations(client, rows);
  const newcomers = distinctKeys(rows)
    .filter((row) => !found.has(conversationKey(row)))
    .map(newcomer);
  if (newcomers.length === 0) return found;
  await createConversations(client, newcomers);
  return loadConversations(client, rows);
}

function newcomer(row: InboxRow): Newcomer {
  const shard = shardOf(row.channelId, row.externalId);
  try {
    const content = readRow(row);
    if (content.kind === "message") return { row, shard, name: content.profileName, phone: content.phone };
  } catch {
    // The row will be quarantined when it is applied; the conversation is there to show it.
  }
  return { row, shard, name: null, phone: null };
}

function tapsOf(rows: readonly InboxRow[]): { row: InboxRow; replyTo: string }[] {
  return rows.flatMap((row) => {
    if (row.kind !== "message" || row.payload === null || typeof row.payload !== "object") return [];
    const replyTo: unknown = Reflect.get(row.payload, "replyTo");
    return typeof replyTo === "string" ? [{ row, replyTo }] : [];
  });
}

async function save(
  client: PoolClient,
  works: readonly Work[],
  rows: readonly InboxRow[],
): Promise<LiveEvent[]> {
  await saveWorks(client, works);
  const known = new Set(works.flatMap((work) => work.outcomes.map((outcome) => outcome.id)));
  const stray = rows
    .filter((row) => !known.has(row.id))
    .map((row) => ({ ...row, error: "the channel of this event was removed" }));
  await finishRows(client, works, stray);
  const keys = works.flatMap((work) =>
    work.messages.map(({ id }) => ({ workspaceId: work.conversation.workspaceId, id })),
  );
  const changes: Change[] = [
    ...messageChanges(await messagesByIds(client, keys)),
    ...works.flatMap(sessionChanges),
  ];
  return appendChanges(client, changes);
}

/** After commit: wake who has work, tell who watches. A process that dies here loses only wake-ups; the sweep makes them good. */
async function announce(
  runtime: Runtime,
  client: PoolClient,
  works: readonly Work[],
  events: LiveEvent[],
): Promise<void> {
  const channels = new Set<string>();
  for (const work of works) {
    if (work.messages.some((message) => message.direction === "out"))
      channels.add(work.conversation.channelId);
    if (work.tasks.length === 0) continue;
    runtime.wake("task", "due");
    runtime.typing(work.conversation.workspaceId, work.contact.id);
  }
  for (const channelId of channels) runtime.wake("deliver", channelId);
  const seq = events.at(-1)?.seq ?? "0";
  const changed = works.map((work) => ({
    workspaceId: work.conversation.workspaceId,
    id: work.conversation.id,
  }));
  const views = await conversationsByIds(client, changed);
  const lists = views.map(
    ({ workspaceId, ...conversation }): LiveEvent => ({
      workspaceId,
      contactId: null,
      event: "conversation:updated",
      payload: { conversation },
      seq,
    }),
  );
  runtime.publish([...events, ...lists]);
}
