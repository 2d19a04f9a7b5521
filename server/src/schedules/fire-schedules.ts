/**
 * Due schedules become inbox rows, a thousand contacts a transaction. A batch and the mark how far the run has come are
 * one commit: whoever goes on, however often a process dies, each contact is reached once. What was missed while no
 * process ran is made up for once.
 */
import type { PoolClient } from "pg";
import { crash } from "../crash.ts";
import { clockShift } from "../db/clock.ts";
import { transaction } from "../db/transaction.ts";
import { insertEvents } from "../inbox/event-rows.ts";
import type { Runtime } from "../runtime.ts";
import { nextBatch } from "./audience.ts";
import { nextDue, zoneOf } from "./due-times.ts";
import { claimDue, type DueSchedule, readTrigger } from "./schedule-row.ts";

/** One that can't be read waits so long for a process that can. */
const UNREADABLE_MS = 24 * 3_600_000;

/**
 * Works until nothing is due. Of several runs under way each gets its turn.
 * @returns inbox rows made
 */
export async function fireDueSchedules(runtime: Runtime): Promise<number> {
  let made = 0;
  const shift = clockShift(runtime);
  for (;;) {
    const shards = await transaction(runtime.pool, async (client) => {
      const fired = await fireOne(client, shift);
      crash("schedules-before-commit");
      return fired;
    });
    crash("schedules-after-commit");
    if (shards === null) return made;
    for (const shard of new Set(shards)) runtime.wake("drain", String(shard));
    made += shards.length;
  }
}

/** One batch of one schedule. Null when none is due. */
async function fireOne(client: PoolClient, shift: number): Promise<number[] | null> {
  const claimed = await claimDue(client, shift);
  if (!claimed) return null;
  const trigger = readTrigger(claimed.trigger);
  if (trigger === null) {
    await mark(client, claimed, between(laterThan(claimed.now)));
    return [];
  }
  const due: DueSchedule = { ...claimed, trigger };
  if (inAnotherZone(due)) {
    await mark(client, due, betweenRuns(due));
    return [];
  }
  const { rows, lastContact } = await nextBatch(client, due);
  const shards = await insertEvents(client, due.workspaceId, rows, due.now);
  await mark(client, due, lastContact === null ? betweenRuns(due) : underWay(due, lastContact));
  return shards;
}

/** The workspace moved to another zone since the time was reckoned: nine o'clock is another moment there. */
function inAnotherZone({ trigger, workspaceZone, timeZone, afterContact }: DueSchedule): boolean {
  return afterContact === null && zoneOf(trigger, workspaceZone) !== timeZone;
}

interface Mark {
  nextRunAt: Date;
  runAt: Date | null;
  afterContact: string | null;
  timeZone?: string;
}

/** With contacts left it is due again at once, behind what has waited longer. */
function underWay({ now, runAt }: DueSchedule, lastContact: string): Mark {
  return { nextRunAt: now, runAt, afterContact: lastContact };
}

/** The next run is after now: times that passed meanwhile are not made up for one by one. */
function betweenRuns({ trigger, now, workspaceZone }: DueSchedule): Mark {
  const next = nextDue(trigger, now, workspaceZone) ?? laterThan(now);
  return { ...between(next), timeZone: zoneOf(trigger, workspaceZone) };
}

function between(nextRunAt: Date): Mark {
  return { nextRunAt, runAt: null, afterContact: null };
}

function laterThan(now: Date): Date {
  return new Date(now.getTime() + UNREADABLE_MS);
}

async function mark(
  client: PoolClient,
  { workspaceId, id }: Pick<DueSchedule, "workspaceId" | "id">,
  { nextRunAt, runAt, afterContact, timeZone }: Mark,
): Promise<void> {
  await client.query({
    name: "mark-schedule",
    text: `UPDATE schedules SET next_run_at = $3, run_at = $4, after_contact = $5, time_zone = COALESCE($6, time_zone)
            WHERE workspace_id = $1 AND id = $2`,
    values: [workspaceId, id, nextRunAt, runAt, afterContact, timeZone ?? null],
  });
}
