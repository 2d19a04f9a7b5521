/** The rows of a flow's triggers by the clock, in the transaction that publishes it or takes it back. */
import type { Trigger } from "@hilo/flow-engine";
import type { PoolClient } from "pg";
import { deterministicId } from "../db/ids.ts";
import { type ClockTrigger, nameOf, nextDue, sameTimes, zoneOf } from "./due-times.ts";
import { readTrigger } from "./schedule-row.ts";

interface FlowRef {
  workspaceId: string;
  flowId: string;
}

/**
 * A trigger whose times are as before keeps its next run and the run that is under way; one with other times begins
 * anew from now.
 */
export async function saveSchedules(
  client: PoolClient,
  flow: FlowRef,
  triggers: readonly Trigger[],
): Promise<void> {
  const wanted = withIds(flow, triggers.filter(isByClock));
  await client.query(
    "DELETE FROM schedules WHERE workspace_id = $1 AND flow_id = $2 AND id <> ALL ($3::uuid[])",
    [flow.workspaceId, flow.flowId, wanted.map(({ id }) => id)],
  );
  if (wanted.length === 0) return;
  const kept = await keepTimes(client, flow.workspaceId, wanted);
  await startAnew(
    client,
    flow,
    wanted.filter(({ id }) => !kept.has(id)),
  );
}

export async function removeSchedules(client: PoolClient, { workspaceId, flowId }: FlowRef): Promise<void> {
  await client.query("DELETE FROM schedules WHERE workspace_id = $1 AND flow_id = $2", [workspaceId, flowId]);
}

interface Wanted {
  id: string;
  trigger: ClockTrigger;
}

function isByClock(trigger: Trigger): trigger is ClockTrigger {
  return trigger.type === "schedule" || trigger.type === "date-reached";
}

/** Always the same ids for the same flow: a date that came before the flow was taken back does not come again after. */
function withIds({ flowId }: FlowRef, triggers: readonly ClockTrigger[]): Wanted[] {
  const names = triggers.map(nameOf);
  return triggers.map((trigger, at) => {
    const name = names[at];
    const earlier = names.slice(0, at).filter((other) => other === name).length;
    return { id: deterministicId(`${flowId}:${name}:${earlier}`), trigger };
  });
}

/** Puts the triggers as they are now into rows whose times stay. Returns the ids of those. */
async function keepTimes(
  client: PoolClient,
  workspaceId: string,
  wanted: readonly Wanted[],
): Promise<Set<string>> {
  const { rows } = await client.query<{ id: string; trigger: unknown }>(
    "SELECT id, trigger FROM schedules WHERE workspace_id = $1 AND id = ANY ($2::uuid[]) FOR UPDATE",
    [workspaceId, wanted.map(({ id }) => id)],
  );
  const before = new Map(rows.map(({ id, trigger }) => [id, readTrigger(trigger)]));
  const same = wanted.filter(({ id, trigger }) => {
    const old = before.get(id);
    return old && sameTimes(old, trigger);
  });
  await client.query(
    `UPDATE schedules s SET trigger = t.trigger FROM unnest($2::uuid[], $3::json[]) AS t(id, trigger)
      WHERE s.workspace_id = $1 AND s.id = t.id`,
    [workspaceId, same.map(({ id }) => id), same.map(({ trigger }) => JSON.stringify(trigger))],
  );
  return new Set(same.map(({ id }) => id));
}

async function startAnew(
  client: PoolClient,
  { workspaceId, flowId }: FlowRef,
  wanted: readonly Wanted[],
): Promise<void> {
  const { rows } = await client.query<{ now: Date; timeZone: string }>(
    'SELECT now() AS now, time_zone AS "timeZone" FROM workspaces WHERE id = $1',
    [workspaceId],
  );
  if (!rows[0]) return;
  const { now, timeZone } = rows[0];
  const made = wanted.flatMap(({ id, trigger }) => {
    const next = nextDue(trigger, now, timeZone);
    return next === null ? [] : [{ id, trigger, next, zone: zoneOf(trigger, timeZone) }];
  });
  await client.query(
    `INSERT INTO schedules (workspace_id, id, flow_id, trigger, time_zone, next_run_at)
     SELECT $1, t.id, $2, t.trigger, t.zone, t.next
       FROM unnest($3::uuid[], $4::json[], $5::text[], $6::timestamptz[]) AS t(id, trigger, zone, next)
     ON CONFLICT (workspace_id, id) DO UPDATE
        SET trigger = excluded.trigger, time_zone = excluded.time_zone, next_run_at = excluded.next_run_at,
            run_at = NULL, after_contact = NULL`,
    [
      workspaceId,
      flowId,
      made.map(({ id }) => id),
      made.map(({ trigger }) => JSON.stringify(trigger)),
      made.map(({ zone }) => zone),
      made.map(({ next }) => next),
    ],
  );
}
