/**
 * A simulated person's clock. It goes before the real one by a number of seconds that is kept with the conversation:
 * what comes to them comes at that time, and their timers, which fire by the real clock, are moved by as much.
 * Nobody else's time changes.
 */
import type { PoolClient } from "pg";
import { DRAIN_LOCK, drainShard } from "../../conversations/drain.ts";
import type { ConversationDeps } from "../../conversations/submit-row.ts";
import { statement } from "../../db/sql.ts";
import { transaction } from "../../db/transaction.ts";
import { AppError } from "../../http/app-error.ts";
import { insertEvents } from "../../inbox/event-rows.ts";
import type { Runtime } from "../../runtime.ts";
import { fireDueTimers } from "../../timers/fire-due.ts";
import { type DatedEvent, nextDatedEvent } from "./dated-events.ts";

export interface ClockMove {
  /** The clock goes before the real one by so many seconds now. */
  aheadS: number;
  /** What came on the way, in order. */
  passed: ("timeout" | "wake" | "expiry" | "trigger")[];
}

/** Where time may be moved to. */
export type ClockTarget = { to: Date } | { bySeconds: number } | "next-timer";

interface Place {
  workspaceId: string;
  conversationId: string;
  channelId: string;
  externalId: string;
  shard: number;
}

interface Due {
  purpose: "timeout" | "wake" | "expiry";
  /** By the real clock. */
  dueAt: Date;
}

/** A flow that waits and goes round could stop the clock for ever. */
const MAX_STOPS = 200;
/** Longest jump: the dates of a year and a day. */
const MAX_JUMP_MS = 366 * 86_400_000;
/** Longest wait for requests that a step made, before time goes on. */
const TASKS_WAIT_MS = 5_000;
const LOOK_AGAIN_MS = 50;

const placeOf = statement<Place & { aheadS: number }>(
  "simulated-place",
  `SELECT workspace_id AS "workspaceId", id AS "conversationId", channel_id AS "channelId", external_id AS "externalId", shard,
          clock_ahead_s AS "aheadS"
     FROM conversations WHERE workspace_id = $1 AND id = $2`,
);
const nextTimer = statement<Due>(
  "simulated-next-timer",
  `SELECT t.purpose, t.due_at AS "dueAt"
     FROM timers t JOIN sessions s ON s.workspace_id = t.workspace_id AND s.id = t.session_id AND s.status = 'Paused'
    WHERE t.workspace_id = $1 AND t.conversation_id = $2 ORDER BY t.due_at LIMIT 1`,
);
const pendingTasks = statement<{ count: number }>(
  "simulated-pending-tasks",
  "SELECT count(*)::int AS count FROM tasks WHERE workspace_id = $1 AND conversation_id = $2 AND state IN ('pending', 'running')",
);

/**
 * Lets time pass, stopping at each timer and date on the way so that what follows counts from there.
 * @throws AppError when the target is in the past, or further than a year ahead
 */
export async function moveClock(
  deps: ConversationDeps,
  workspaceId: string,
  conversationId: string,
  target: ClockTarget,
): Promise<ClockMove> {
  const { runtime } = deps;
  const { place: here } = await clockOf(runtime, workspaceId, conversationId);
  // What has come so far is heard before time goes on.
  await settle(deps, here);
  const begun = await clockOf(runtime, workspaceId, conversationId);
  const until = await targetTime(runtime, begun, target);
  const passed: ClockMove["passed"] = [];
  for (let stops = 0; until !== null && stops < MAX_STOPS; stops += 1) {
    const { at, place, aheadMs } = await clockOf(runtime, workspaceId, conversationId);
    const timer = await timerOf(runtime, place);
    const timerAt = timer ? timer.dueAt.getTime() + aheadMs : Number.POSITIVE_INFINITY;
    const event = await nextDatedEvent(runtime, place, at, Math.min(until, timerAt));
    const stop = Math.min(until, timerAt, event?.at ?? Number.POSITIVE_INFINITY);
    await ahead(runtime, place, Math.ceil(Math.max(0, stop - at) / 1_000));
    if (event && event.at <= stop) await happen(deps, place, event, passed);
    if (timer && timerAt <= stop) await fire(deps, place, timer, passed);
    if (stop >= until) break;
  }
  const { aheadMs } = await clockOf(runtime, workspaceId, conversationId);
  return { aheadS: aheadMs / 1_000, passed };
}

/** What is waited for next happens now. Null: nothing is waited for by the clock. */
export async function skipWait(
  deps: ConversationDeps,
  workspaceId: string,
  conversationId: string,
): Promise<{ purpose: Due["purpose"]; dueAt: string } | null> {
  const { place, aheadMs } = await clockOf(deps.runtime, workspaceId, conversationId);
  const timer = await timerOf(deps.runtime, place);
  if (!timer) return null;
  await moveClock(deps, workspaceId, conversationId, "next-timer");
  return { purpose: timer.purpose, dueAt: new Date(timer.dueAt.getTime() + aheadMs).toISOString() };
}

async function clockOf(runtime: Runtime, workspaceId: string, conversationId: string) {
  const [found] = await placeOf.rows(runtime.pool, [workspaceId, conversationId]);
  if (!found) throw new AppError("not-found", 404, "There is no such conversation.");
  const { aheadS, ...place } = found;
  return { place, aheadMs: aheadS * 1_000, at: runtime.now().getTime() + aheadS * 1_000 };
}

async function timerOf(runtime: Runtime, { workspaceId, conversationId }: Place): Promise<Due | undefined> {
  const [timer] = await nextTimer.rows(runtime.pool, [workspaceId, conversationId]);
  return timer;
}

/** Null: there is nothing to wait for. */
async function targetTime(
  runtime: Runtime,
  { at, place, aheadMs }: { at: number; place: Place; aheadMs: number },
  target: ClockTarget,
): Promise<number | null> {
  if (target === "next-timer") {
    const timer = await timerOf(runtime, place);
    return timer ? Math.max(at, timer.dueAt.getTime() + aheadMs) : null;
  }
  const until = "to" in target ? target.to.getTime() : at + target.bySeconds * 1_000;
  if (until < at)
    throw new AppError(
      "clock-goes-on",
      400,
      "A clock only goes forward; begin a new chat to be in the present.",
    );
  if (until - at > MAX_JUMP_MS) throw new AppError("too-far", 400, "Time can be moved by a year at most.");
  return until;
}

/** Under the lock of the conversation's drain, so that no step sees half of it. */
async function ahead(
  runtime: Runtime,
  { workspaceId, conversationId, shard }: Place,
  seconds: number,
): Promise<void> {
  if (seconds === 0) return;
  await transaction(runtime.pool, async (client) => {
    await client.query("SELECT pg_advisory_xact_lock($1, $2)", [DRAIN_LOCK, shard]);
    await shiftClock(client, workspaceId, conversationId, seconds);
  });
}

async function shiftClock(
  client: PoolClient,
  workspaceId: string,
  conversationId: string,
  seconds: number,
): Promise<void> {
  await client.query(
    "UPDATE conversations SET clock_ahead_s = clock_ahead_s + $3 WHERE workspace_id = $1 AND id = $2",
    [workspaceId, conversationId, seconds],
  );
  await client.query(
    "UPDATE timers SET due_at = due_at - $3 * interval '1 second' WHERE workspace_id = $1 AND conversation_id = $2",
    [workspaceId, conversationId, seconds],
  );
}

async function fire(
  deps: ConversationDeps,
  place: Place,
  { purpose }: Due,
  passed: ClockMove["passed"],
): Promise<void> {
  await fireDueTimers(deps.runtime);
  passed.push(purpose);
  await settle(deps, place);
}

async function happen(
  deps: ConversationDeps,
  place: Place,
  { rows }: DatedEvent,
  passed: ClockMove["passed"],
): Promise<void> {
  await insertEvents(deps.runtime.pool, place.workspaceId, rows, deps.runtime.now());
  passed.push("trigger");
  await settle(deps, place);
}

/** Everything that came is applied, and what it asked for has answered. */
async function settle({ runtime, flows }: ConversationDeps, place: Place): Promise<void> {
  const { workspaceId, conversationId, shard } = place;
  await drainShard(runtime, flows, shard);
  for (let waited = 0; waited < TASKS_WAIT_MS; waited += LOOK_AGAIN_MS) {
    const [tasks] = await pendingTasks.rows(runtime.pool, [workspaceId, conversationId]);
    if (!tasks || tasks.count === 0) break;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  await drainShard(runtime, flows, shard);
}
