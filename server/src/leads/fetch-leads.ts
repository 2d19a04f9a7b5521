/** Lead forms that were filled in: what is in them is asked of Meta, kept, and told to the flows that wait for it. */
import type { TriggerEvent } from "@hilo/flow-engine";
import { z } from "zod";
import type { ChannelDirectory, ChannelRecord } from "../channels/directory.ts";
import { statement } from "../db/sql.ts";
import { type GraphApi, GraphFailure, graphId } from "../meta/graph-api.ts";
import type { Runtime } from "../runtime.ts";
import { type FetchedLead, saveLead } from "./save-lead.ts";

/** At once; the limit of Meta is by the hour (200 × 24 × leads of the page in 90 days a day). */
const BATCH = 20;
/** Over the longest request: a lead of a process that died is asked for again after this. */
const LEASE_SECONDS = 60;
/** Minutes until the next try, by attempts made; then a person has to look. Meta keeps leads for 90 days. */
const RETRY_MINUTES = [1, 5, 30, 120, 360, 720, 1_440];

export interface LeadRow {
  workspaceId: string;
  id: string;
  channelId: string;
  leadId: string;
  formId: string | null;
  adId: string | null;
  attempts: number;
}

const claimLeads = statement<LeadRow>(
  "claim-leads",
  `UPDATE leads l SET attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => $2)
     FROM (SELECT workspace_id, id FROM leads WHERE state = 'pending' AND next_attempt_at <= now()
            ORDER BY next_attempt_at LIMIT $1 FOR UPDATE SKIP LOCKED) due
    WHERE l.workspace_id = due.workspace_id AND l.id = due.id
   RETURNING l.workspace_id AS "workspaceId", l.id, l.channel_id AS "channelId", l.platform_id AS "leadId",
             l.form_id AS "formId", l.ad_id AS "adId", l.attempts`,
);
const failLead = statement(
  "fail-lead",
  `UPDATE leads SET state = $3, error = $4, next_attempt_at = now() + make_interval(mins => $5)
    WHERE workspace_id = $1 AND id = $2 AND state = 'pending'`,
);

/** `GET /{leadgen_id}?fields=…` */
const leadSchema = z.object({
  field_data: z.array(z.object({ name: z.string(), values: z.array(graphId) })),
  form_id: graphId.nullish(),
  ad_id: graphId.nullish(),
});

interface LeadParts {
  runtime: Runtime;
  directory: ChannelDirectory;
  graph: GraphApi;
}

/** @returns how many were asked for */
export async function fetchDueLeads(parts: LeadParts): Promise<number> {
  const rows = await claimLeads.rows(parts.runtime.pool, [BATCH, LEASE_SECONDS]);
  await Promise.all(rows.map((row) => fetchLead(parts, row)));
  return rows.length;
}

async function fetchLead(parts: LeadParts, row: LeadRow): Promise<void> {
  const { runtime, directory, graph } = parts;
  const channel = await directory.recent(row.channelId);
  if (channel?.accessToken == null)
    return refuse(parts, row, "The channel has no access token that can be read.", true);
  try {
    const shards = await saveLead(runtime, row, await read(graph, channel, row));
    for (const shard of new Set(shards)) runtime.wake("drain", String(shard));
  } catch (error) {
    const known = error instanceof GraphFailure;
    if (!known) runtime.log.error({ err: error, leadId: row.id }, "a lead could not be saved");
    const message = known
      ? `${error.message} [${error.code}]`
      : "Hilo could not keep this lead; see the log.";
    await refuse(parts, row, message, !known || !["permanent", "recipient"].includes(error.class_));
  }
}

async function read(graph: GraphApi, channel: ChannelRecord, row: LeadRow): Promise<FetchedLead> {
  const { field_data, form_id, ad_id } = await graph.get(
    {
      path: row.leadId,
      token: channel.accessToken ?? "",
      params: { fields: "field_data,created_time,form_id,ad_id" },
      version: channel.graphVersion,
      platform: channel.platform,
    },
    leadSchema,
  );
  const fields = Object.fromEntries(field_data.map(({ name, values }) => [name, values.join(", ")]));
  return { fields, formId: form_id ?? row.formId, adId: ad_id ?? row.adId };
}

/** Tried again later, or (what no repetition mends, or too often) left for a person, with the reason. */
async function refuse({ runtime }: LeadParts, row: LeadRow, error: string, again: boolean): Promise<void> {
  const wait = again ? RETRY_MINUTES[row.attempts - 1] : undefined;
  const state = wait === undefined ? "failed" : "pending";
  await failLead.run(runtime.pool, [row.workspaceId, row.id, state, error.slice(0, 500), wait ?? 0]);
}

/** What flows hear of a lead. */
export const leadEvent = ({ leadId }: LeadRow, { fields, formId, adId }: FetchedLead): TriggerEvent => ({
  type: "lead",
  leadId,
  ...(formId ? { formId } : {}),
  ...(adId ? { adId } : {}),
  fields,
});
