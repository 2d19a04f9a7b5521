/** A row of `schedules` as a worker takes it. */
import { triggerSchema } from "@hilo/flow-engine";
import type { PoolClient } from "pg";
import type { ClockTrigger } from "./due-times.ts";

export interface DueSchedule {
  workspaceId: string;
  id: string;
  flowId: string;
  trigger: ClockTrigger;
  /** The zone that its times were reckoned in, and the workspace's as it is now. */
  timeZone: string;
  workspaceZone: string;
  /** When the run under way was due; the same for all of its batches. */
  runAt: Date;
  /** Its contacts up to this one are done; null: it begins. */
  afterContact: string | null;
  /** The database's clock. */
  now: Date;
}

/** Null for what is none: a newer Hilo's. */
export function readTrigger(json: unknown): ClockTrigger | null {
  const { data } = triggerSchema.safeParse(json);
  return data?.type === "schedule" || data?.type === "date-reached" ? data : null;
}

type Row = Omit<DueSchedule, "trigger"> & { trigger: unknown };

/**
 * Takes the one that has waited longest and holds it until the transaction ends; those that others hold are passed over.
 * @param shift milliseconds added to the database's clock
 */
export async function claimDue(client: PoolClient, shift: number): Promise<Row | undefined> {
  const { rows } = await client.query<Row>({
    name: "claim-due-schedule",
    text: CLAIM,
    values: [shift],
  });
  return rows[0];
}

export const CLAIM = `
  SELECT s.workspace_id AS "workspaceId", s.id, s.flow_id AS "flowId", s.trigger, s.time_zone AS "timeZone",
         w.time_zone AS "workspaceZone", COALESCE(s.run_at, s.next_run_at) AS "runAt",
         s.after_contact AS "afterContact", now() + $1::float8 * interval '1 ms' AS now
    FROM schedules s JOIN workspaces w ON w.id = s.workspace_id
   WHERE s.next_run_at <= now() + $1::float8 * interval '1 ms'
   ORDER BY s.next_run_at LIMIT 1 FOR UPDATE OF s SKIP LOCKED`;
