/** Whom a run is for: its contacts by the thousand, sifted by the trigger's conditions. */
import { dateReached, datesToLookFor, type TriggerConditions, type TriggerEvent } from "@hilo/flow-engine";
import type { PoolClient } from "pg";
import { z } from "zod";
import { providerKey } from "../db/ids.ts";
import batchSql from "../db/sql/schedule-batch.sql";
import type { EventRow } from "../inbox/event-rows.ts";
import type { ClockTrigger } from "./due-times.ts";
import type { DueSchedule } from "./schedule-row.ts";

/** Contacts of one transaction: some ten milliseconds of work, so that nothing waits long for its locks. */
export const BATCH_CONTACTS = 1_000;

export interface Batch {
  rows: EventRow[];
  /** Where the next batch goes on; null: this was the last. */
  lastContact: string | null;
}

const foundSchema = z.array(
  z.object({
    contactId: z.string(),
    value: z.string().nullable(),
    timeZone: z.string().nullable(),
    conversationId: z.string(),
    channelId: z.string(),
    externalId: z.string(),
    shard: z.number(),
  }),
);
type Found = z.infer<typeof foundSchema>[number];

export async function nextBatch(client: PoolClient, due: DueSchedule): Promise<Batch> {
  const { rows } = await client.query<{ lastContact: string | null; size: number; found: unknown }>({
    name: "schedule-batch",
    text: batchSql,
    values: [
      due.workspaceId,
      due.afterContact,
      BATCH_CONTACTS,
      ...conditionColumns(due.trigger.conditions),
      ...dateColumns(due.trigger, due.now),
    ],
  });
  const [batch] = rows;
  const found = foundSchema.parse(batch?.found ?? []);
  return {
    rows: found.flatMap((each) => rowOf(due, each)),
    lastContact: batch && batch.size === BATCH_CONTACTS ? batch.lastContact : null,
  };
}

/** An empty list is no condition. Hours are asked when the event is handled. */
function conditionColumns(conditions: TriggerConditions | undefined): (string[] | null)[] {
  const { channelIds = [], platforms = [], tags = [], languages = [] } = conditions ?? {};
  const folded = languages.map((language) => language.toLowerCase().replaceAll("_", "-"));
  return [channelIds, platforms, tags, folded].map((values) => (values.length > 0 ? values : null));
}

function dateColumns(trigger: ClockTrigger, now: Date): [string | null, string[], boolean] {
  if (trigger.type === "schedule") return [null, [], false];
  return [trigger.field, datesToLookFor(trigger, now.getTime()), trigger.yearly ?? false];
}

function rowOf(due: DueSchedule, found: Found): EventRow[] {
  const happened = eventOf(due, found);
  if (happened === null) return [];
  const { conversationId, channelId, externalId, shard, contactId } = found;
  const key = providerKey("schedule", due.id, happened.once, contactId);
  return [{ conversationId, channelId, externalId, shard, providerKey: key, event: happened.event }];
}

/** What has come for a contact, and what makes it happen once: the run, or the date. */
function eventOf(due: DueSchedule, found: Found): { event: TriggerEvent; once: string } | null {
  const { trigger, flowId, runAt, now, workspaceZone } = due;
  if (trigger.type === "schedule") {
    const { name, cron } = trigger;
    return { event: { type: "schedule", name, cron, flowId }, once: runAt.toISOString() };
  }
  const { field, days, time } = trigger;
  const date = dateReached(trigger, found.value, found.timeZone ?? workspaceZone, now.getTime());
  if (date === null) return null;
  return { event: { type: "date-reached", field, date, days, time, flowId }, once: date };
}
