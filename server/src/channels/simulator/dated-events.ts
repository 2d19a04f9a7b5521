/** What triggers by the clock bring to one simulated person: the next run or date on the way of its clock. */
import { dateReached } from "@hilo/flow-engine";
import { newId, providerKey } from "../../db/ids.ts";
import { statement } from "../../db/sql.ts";
import type { EventRow } from "../../inbox/event-rows.ts";
import type { Runtime } from "../../runtime.ts";
import { type ClockTrigger, nextDue } from "../../schedules/due-times.ts";
import { readTrigger } from "../../schedules/schedule-row.ts";

export interface DatedEvent {
  /** Milliseconds since the epoch, by the person's clock. */
  at: number;
  rows: EventRow[];
}

type DateTrigger = Extract<ClockTrigger, { type: "date-reached" }>;

type Place = Omit<EventRow, "providerKey" | "event"> & { workspaceId: string };

interface Facts {
  schedules: { flowId: string; trigger: unknown }[];
  zone: string;
  contactZone: string | null;
  fields: Record<string, unknown>;
}

const factsOf = statement<Facts>(
  "simulated-facts",
  `SELECT w.time_zone AS zone, p.time_zone AS "contactZone", p.fields,
          (SELECT COALESCE(json_agg(json_build_object('flowId', s.flow_id, 'trigger', s.trigger)), '[]')
             FROM schedules s WHERE s.workspace_id = c.workspace_id) AS schedules
     FROM conversations c
     JOIN workspaces w ON w.id = c.workspace_id
     JOIN contacts p ON p.workspace_id = c.workspace_id AND p.id = c.contact_id
    WHERE c.workspace_id = $1 AND c.id = $2`,
);

/** The first that comes after `from`, until `to` at the latest. Conditions are asked when the event is handled. */
export async function nextDatedEvent(
  { pool }: Pick<Runtime, "pool">,
  { workspaceId, ...place }: Place,
  from: number,
  to: number,
): Promise<DatedEvent | null> {
  const [facts] = await factsOf.rows(pool, [workspaceId, place.conversationId]);
  if (!facts) return null;
  const found = facts.schedules.flatMap(({ flowId, trigger: json }) => {
    const trigger = readTrigger(json);
    const next = trigger && nextOf(trigger, facts, from, to);
    return next ? [{ at: next.at, event: { ...next.event, flowId } }] : [];
  });
  const [first] = found.toSorted((a, b) => a.at - b.at);
  if (!first) return null;
  const together = found.filter(({ at }) => at === first.at);
  const rows = together.map(({ event }) => ({
    ...place,
    providerKey: providerKey("simulated", newId()),
    event,
  }));
  return { at: first.at, rows };
}

/** Looks at each time that the trigger has; null when nothing comes until then. */
export function nextOf(
  trigger: ClockTrigger,
  { zone, contactZone, fields }: Omit<Facts, "schedules">,
  from: number,
  to: number,
) {
  if (trigger.type === "schedule") {
    const at = nextDue(trigger, new Date(from), zone)?.getTime();
    if (at === undefined || at > to) return null;
    return { at, event: { type: "schedule", name: trigger.name, cron: trigger.cron } as const };
  }
  const value = fields[trigger.field];
  return typeof value === "string" ? nextDate(trigger, value, contactZone ?? zone, from, to) : null;
}

const HALF_DAY_MS = 12 * 3_600_000;

/** Looks for the day twice a day, and on it for the quarter of an hour. */
function nextDate(trigger: DateTrigger, value: string, zone: string, from: number, to: number) {
  const { field, days, time } = trigger;
  const already = dateReached(trigger, value, zone, from);
  for (let day = from; day <= to + HALF_DAY_MS; day += HALF_DAY_MS) {
    if (dateReached({ ...trigger, time: "00:00" }, value, zone, day) === null) continue;
    const until = Math.min(to, day + 2 * HALF_DAY_MS);
    for (
      let at = nextLook(trigger, Math.max(from, day - HALF_DAY_MS));
      at <= until;
      at = nextLook(trigger, at)
    ) {
      const date = dateReached(trigger, value, zone, at);
      // A date stays reached until its day is over: it comes once.
      if (date !== null && date !== already)
        return { at, event: { type: "date-reached", field, date, days, time } as const };
    }
  }
  return null;
}

const nextLook = (trigger: DateTrigger, after: number): number =>
  nextDue(trigger, new Date(after), "UTC")?.getTime() ?? Number.POSITIVE_INFINITY;
