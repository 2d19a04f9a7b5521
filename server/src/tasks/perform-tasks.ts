/** Tasks: claimed with a lease, performed outside of any transaction, their results put into the inbox. */
import type { TaskResult } from "@hilo/flow-engine";
import { taskSchema } from "@hilo/flow-engine";
import { crash } from "../crash.ts";
import { providerKey } from "../db/ids.ts";
import { LEASE_SECONDS, LeaseKeeper } from "../db/lease-keeper.ts";
import { type Abandoned, abandonedColumns } from "../journal/abandoned.ts";
import { type Journal, NO_JOURNAL } from "../journal/journal.ts";
import type { GuardedFetch } from "../net/guarded-fetch.ts";
import type { Runtime } from "../runtime.ts";
import { performAiChat } from "./ai-chat.ts";
import { performHttpRequest } from "./http-request.ts";
import type { Mailer } from "./mailer.ts";
import { performNotify } from "./notify.ts";
import type { PerformerParts } from "./performer.ts";
import { countUsage, findTypist, readHistory, readSecret } from "./task-data.ts";

/** Tasks in work at once in one process: bounded, since each may take half a minute. */
const MAX_RUNNING = 50;

/** What is told when it ends. */
interface UnsettledTask {
  workspaceId: string;
  id: string;
  sessionId: string;
  channelId: string;
  externalId: string;
  conversationId: string;
  waitId: string | null;
  shard: number;
}

interface TaskRow extends UnsettledTask {
  /** Number of this attempt, from 1. */
  attempts: number;
  request: unknown;
}

export interface TaskPerformer {
  /** Starts what is due, up to the bound. Resolves when it is under way: a slow task holds up no other. */
  startDue(): Promise<void>;
  /** Starts what is due, and resolves when nothing is under way any more. */
  performDue(): Promise<void>;
  /** Of processes of this machine that are dead beyond doubt: what had not begun is made, of the rest the flow is told at once. */
  takeUp(abandoned: Abandoned): Promise<void>;
  /** Tasks of processes that died: the flow is told that the outcome is unknown. */
  settleAbandoned(graceSeconds?: number): Promise<number>;
  /** Starts nothing more, and waits for what is under way. */
  stop(): Promise<void>;
}

/** What goes out besides requests; null where the operator set it up not. */
export interface TaskOutlets {
  guarded: GuardedFetch;
  mailer: Mailer | null;
}

export function createTaskPerformer(
  runtime: Runtime,
  outlets: TaskOutlets,
  journal: Journal = NO_JOURNAL,
): TaskPerformer {
  const running = new Set<Promise<void>>();
  const leases = new LeaseKeeper<TaskRow>((rows) => renew(runtime, rows), runtime.log);
  let stopped = false;
  const start = (row: TaskRow, wasFull: boolean) => {
    const release = leases.hold(row);
    const work = perform(runtime, outlets, row, journal)
      .catch((err: unknown) =>
        runtime.log.error({ err, taskId: row.id }, "a task's result could not be saved"),
      )
      .finally(() => {
        release();
        running.delete(work);
        // There may be more than there was room for.
        if (wasFull && !stopped) runtime.wake("task", "due");
      });
    running.add(work);
  };
  const startDue = async () => {
    const room = MAX_RUNNING - running.size;
    if (stopped || room <= 0) return;
    const rows = await claim(runtime, room, journal.key);
    for (const row of rows) start(row, rows.length === room);
  };
  return {
    startDue,
    async performDue() {
      do {
        await startDue();
        await Promise.all(running);
      } while (running.size > 0);
    },
    takeUp: (abandoned) => takeUp(runtime, abandoned),
    settleAbandoned: (graceSeconds = LEASE_SECONDS) => settleAbandoned(runtime, graceSeconds),
    async stop() {
      stopped = true;
      await Promise.all(running);
    },
  };
}

async function claim(runtime: Runtime, limit: number, journal: string | null): Promise<TaskRow[]> {
  const { rows } = await runtime.pool.query<TaskRow>({
    name: "claim-tasks",
    text: `UPDATE tasks t SET state = 'running', attempts = attempts + 1, lease_until = now() + make_interval(secs => $2),
                  running_by = $3
             FROM (SELECT workspace_id, id FROM tasks WHERE state = 'pending' AND next_attempt_at <= now()
                    ORDER BY next_attempt_at LIMIT $1 FOR UPDATE SKIP LOCKED) due
            WHERE t.workspace_id = due.workspace_id AND t.id = due.id
           RETURNING t.workspace_id AS "workspaceId", t.id, t.session_id AS "sessionId", t.channel_id AS "channelId",
                     t.external_id AS "externalId", t.conversation_id AS "conversationId", t.wait_id AS "waitId", t.shard, t.attempts, t.request`,
    values: [limit, LEASE_SECONDS, journal],
  });
  return rows;
}

async function renew(runtime: Runtime, rows: readonly TaskRow[]): Promise<void> {
  await runtime.pool.query({
    name: "renew-tasks",
    text: `UPDATE tasks t SET lease_until = now() + make_interval(secs => $3)
             FROM unnest($1::uuid[], $2::uuid[]) AS k(workspace_id, id)
            WHERE t.workspace_id = k.workspace_id AND t.id = k.id AND t.state = 'running'`,
    values: [rows.map(({ workspaceId }) => workspaceId), rows.map(({ id }) => id), LEASE_SECONDS],
  });
}

async function perform(
  runtime: Runtime,
  outlets: TaskOutlets,
  row: TaskRow,
  journal: Journal,
): Promise<void> {
  crash("task-before-request");
  journal.begin(row.id, row.attempts);
  const result = await resultOf(runtime, outlets, row);
  crash("task-after-request");
  crash("task-before-save");
  await settle(runtime, row, result);
  // What could not be saved has begun all the same.
  journal.end(row.id, row.attempts);
  crash("task-after-save");
}

async function resultOf(runtime: Runtime, outlets: TaskOutlets, row: TaskRow): Promise<TaskResult> {
  const parsed = taskSchema.safeParse(row.request);
  if (!parsed.success)
    return { ok: false, code: "task-unreadable", message: "this version can't perform the task" };
  const { workspaceId, conversationId } = row;
  const parts: PerformerParts = {
    ...outlets,
    secret: (name) => readSecret(runtime, workspaceId, name),
    history: (count) => readHistory(runtime.pool, { workspaceId, conversationId }, count),
    count: (metric, amount) => countUsage(runtime, workspaceId, metric, amount),
  };
  const { data: task } = parsed;
  switch (task.kind) {
    case "http-request":
      return performHttpRequest(parts, task);
    case "notify":
      return performNotify(parts, task);
    case "ai-chat":
      return whileTyping(runtime, row, () => performAiChat(parts, task));
  }
}

/** The platform's sign goes away after 25 seconds, ours sooner: it is shown again as long as the model thinks. */
const TYPING_AGAIN_MS = 4_000;
const SIGNAL_AGAIN = 5;

async function whileTyping<T>(runtime: Runtime, row: TaskRow, work: () => Promise<T>): Promise<T> {
  const typist = await findTypist(runtime.pool, row);
  let shown = 0;
  const show = () => {
    if (typist === null) return;
    runtime.typing(row.workspaceId, typist.contactId);
    if (shown++ % SIGNAL_AGAIN !== 0) return;
    const { channelId, externalId } = row;
    runtime.signal([{ kind: "typing", channelId, externalId, messageId: typist.messageId }]);
  };
  show();
  const timer = setInterval(show, TYPING_AGAIN_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** The task's end and the flow's input, in one statement: both or neither. A task settled before stays as it was. */
async function settle(runtime: Runtime, row: UnsettledTask, result: TaskResult): Promise<void> {
  const payload = { sessionId: row.sessionId, waitId: row.waitId, result };
  const { rowCount } = await runtime.pool.query({
    name: "settle-task",
    text: `WITH done AS (
             UPDATE tasks SET state = $3, result = $4::json, done_at = now() WHERE workspace_id = $1 AND id = $2 AND state = 'running'
             RETURNING workspace_id, channel_id, external_id, conversation_id, shard)
           INSERT INTO inbox_events (workspace_id, channel_id, kind, external_id, conversation_id, shard, provider_key, payload, received_at)
           SELECT workspace_id, channel_id, 'task-result', external_id, conversation_id, shard, $5, $6::json, $7 FROM done
            WHERE $8::text IS NOT NULL
           ON CONFLICT (workspace_id, channel_id, provider_key) DO NOTHING`,
    values: [
      row.workspaceId,
      row.id,
      result.ok ? "done" : "dead",
      JSON.stringify(result),
      providerKey("task", row.id),
      JSON.stringify(payload),
      runtime.now(),
      row.waitId,
    ],
  });
  if (rowCount) runtime.wake("drain", String(row.shard));
}

async function takeUp(runtime: Runtime, abandoned: Abandoned): Promise<void> {
  const { rowCount } = await runtime.pool.query({
    name: "take-up-tasks",
    // Of what had begun only the lease is over: it is settled as every abandoned task is.
    text: `WITH left_over AS MATERIALIZED (
             SELECT t.workspace_id, t.id, EXISTS (SELECT 1 FROM unnest($2::uuid[], $3::int[]) AS b(id, attempt)
                                                   WHERE b.id = t.id AND b.attempt = t.attempts) AS begun
               FROM tasks t WHERE t.state = 'running' AND t.running_by = ANY ($1::bigint[])
              ORDER BY t.workspace_id, t.id FOR UPDATE OF t)
           UPDATE tasks t SET state = CASE WHEN l.begun THEN 'running' ELSE 'pending' END, lease_until = now(), running_by = NULL
             FROM left_over l WHERE t.workspace_id = l.workspace_id AND t.id = l.id`,
    values: abandonedColumns(abandoned),
  });
  if (!rowCount) return;
  runtime.wake("task", "due");
  await settleAbandoned(runtime, LEASE_SECONDS);
}

/** @param graceSeconds after the database's start: while it was away nobody could renew */
async function settleAbandoned(runtime: Runtime, graceSeconds: number): Promise<number> {
  const { rows } = await runtime.pool.query<UnsettledTask>({
    name: "abandoned-tasks",
    text: `SELECT workspace_id AS "workspaceId", id, session_id AS "sessionId", channel_id AS "channelId", external_id AS "externalId",
                  conversation_id AS "conversationId", wait_id AS "waitId", shard
             FROM tasks WHERE state = 'running' AND lease_until < now()
              AND pg_postmaster_start_time() < now() - make_interval(secs => $1) LIMIT 200`,
    values: [graceSeconds],
  });
  for (const row of rows) {
    await settle(runtime, row, {
      ok: false,
      code: "outcome-unknown",
      message: "the server stopped while the request was under way",
    });
  }
  return rows.length;
}
