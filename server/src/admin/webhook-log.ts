/** The webhook log: each delivery, what became of it, and another try for what was set aside. */
import type { Pool } from "pg";
import type { ChannelDirectory } from "../channels/directory.ts";
import { AppError, notFound } from "../http/app-error.ts";
import { decodeCursor, encodeCursor, type Page, page } from "../http/pages.ts";
import { retryDelivery } from "../inbox/retry-delivery.ts";
import type { Runtime } from "../runtime.ts";

export type LogState = "stored" | "applied" | "quarantined" | "refused";

interface LogRow {
  id: string;
  platform: string;
  signature: "ok" | "bad" | "missing" | "no-secret";
  httpStatus: number;
  events: number;
  state: string;
  error: string | null;
  durationMs: number | null;
  body: Buffer;
  receivedAt: Date;
  kept: string[] | null;
  pending: boolean;
  quarantined: boolean;
}

/** A page shows what came; a delivery of a thousand entries is cut. */
const SHOWN_BODY_BYTES = 64 * 1024;

/** Events looked at for what is only kept, and the longest name of a field that is shown. */
const MAX_KEPT = 100;
const MAX_FIELD_CHARS = 100;

const EVENT_IN = (state: string) =>
  `EXISTS (SELECT 1 FROM inbox_events e WHERE e.workspace_id = l.workspace_id AND e.webhook_log_id = l.id AND e.state = '${state}')`;
const COLUMNS = `l.id::text AS id, l.platform, l.signature, l.http_status AS "httpStatus", l.events, l.state, l.error,
  l.duration_ms AS "durationMs", substring(l.body FOR ${SHOWN_BODY_BYTES}) AS body, l.received_at AS "receivedAt",
  (SELECT array_agg(DISTINCT left(e.payload ->> 'field', ${MAX_FIELD_CHARS}))
     FROM (SELECT payload FROM inbox_events e WHERE e.workspace_id = l.workspace_id AND e.webhook_log_id = l.id
              AND e.kind = 'other' AND e.state = 'ignored' LIMIT ${MAX_KEPT}) e) AS kept,
  ${EVENT_IN("pending")} AS pending, ${EVENT_IN("quarantined")} AS quarantined`;

function stateOf(row: LogRow): LogState {
  if (row.state === "refused") return "refused";
  if (row.state === "quarantined" || row.quarantined) return "quarantined";
  return row.pending ? "stored" : "applied";
}

function viewEntry(row: LogRow) {
  const { id, platform, signature, httpStatus, events, error, durationMs, body, receivedAt, kept } = row;
  const text = body.length === 0 ? null : body.toString("utf8");
  return {
    id,
    platform,
    signature,
    httpStatus,
    events,
    state: stateOf(row),
    error,
    kept: (kept ?? []).filter((field) => field !== null).sort(),
    durationMs: durationMs ?? 0,
    body: text,
    receivedAt: receivedAt.toISOString(),
  };
}
export type LogEntry = ReturnType<typeof viewEntry>;

/** Each reads the partial index of open inbox rows. */
const FILTERS: Record<LogState, string> = {
  refused: "l.state = 'refused'",
  quarantined: `(l.state = 'quarantined' OR ${EVENT_IN("quarantined")})`,
  stored: `l.state NOT IN ('refused', 'quarantined') AND ${EVENT_IN("pending")}`,
  applied: `l.state NOT IN ('refused', 'quarantined') AND NOT ${EVENT_IN("pending")} AND NOT ${EVENT_IN("quarantined")}`,
};

/** Newest first. */
export async function listLog(
  pool: Pool,
  workspaceId: string,
  { state, limit, cursor }: { state?: LogState | undefined; limit: number; cursor?: string | undefined },
): Promise<Page<LogEntry>> {
  const [before] = decodeCursor(cursor, ["number"]);
  const { rows } = await pool.query<LogRow>(
    `SELECT ${COLUMNS} FROM webhook_log l
      WHERE l.workspace_id = $1 AND ($2::bigint IS NULL OR l.id < $2) AND ${state ? FILTERS[state] : "true"}
      ORDER BY l.id DESC LIMIT $3`,
    [workspaceId, before, limit + 1],
  );
  return page(rows, limit, (row) => encodeCursor(row.id), viewEntry);
}

async function entryById(pool: Pool, workspaceId: string, id: string): Promise<LogEntry> {
  const { rows } = await pool.query<LogRow>(
    `SELECT ${COLUMNS} FROM webhook_log l WHERE l.workspace_id = $1 AND l.id = $2`,
    [workspaceId, id],
  );
  if (!rows[0]) throw notFound("delivery");
  return viewEntry(rows[0]);
}

type RetryParts = { runtime: Pick<Runtime, "pool" | "wake">; directory: ChannelDirectory };

/** Rows that failed to be applied go back in line; a delivery whose channel was unknown finds it now, or stays. */
export async function retryEntry(
  { runtime, directory }: RetryParts,
  workspaceId: string,
  id: string,
): Promise<LogEntry> {
  if (!LOG_ID.test(id)) throw notFound("delivery");
  const entry = await entryById(runtime.pool, workspaceId, id);
  if (entry.state !== "quarantined")
    throw new AppError("nothing-to-retry", 409, "Nothing of this delivery is set aside.");
  const retried = await retryDelivery(runtime, directory, workspaceId, id);
  if (retried === 0)
    throw new AppError("still-unknown", 409, entry.error ?? "This delivery still can't be applied.");
  return entryById(runtime.pool, workspaceId, id);
}

/** A 64-bit number; anything longer is no id of ours. */
const LOG_ID = /^\d{1,18}$/;
