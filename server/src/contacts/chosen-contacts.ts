/** Contacts that are asked for, by words, tag, channel, segment and filter together, as one condition in SQL. */
import type { Pool } from "pg";
import type { ContactChoice, ContactCondition } from "../contract/contact-filter.ts";
import { SqlValues } from "../db/sql-values.ts";
import { holdsWords, searchWords } from "../db/word-search.ts";
import { filterSql } from "./filter-sql.ts";
import { segmentById } from "./segments.ts";

export interface ChosenContacts {
  /** Over `contacts p`; the workspace comes first. Whoever became part of somebody else is in none. */
  where: string;
  /** Its parameters; a statement adds its own behind them. */
  values: SqlValues;
}

export async function chosenContacts(
  pool: Pool,
  workspaceId: string,
  { search, tag, channelId, segmentId, filter }: ContactChoice,
): Promise<ChosenContacts> {
  const values = new SqlValues();
  const parts = [`p.workspace_id = ${values.add(workspaceId, "uuid")}`, "p.merged_into IS NULL"];
  const words = searchWords(search);
  if (words) parts.push(holdsWords(values.add(words, "text[]"), "p.name", "p.phone", "p.email"));
  const segment = segmentId === undefined ? null : await segmentById(pool, workspaceId, segmentId);
  const clock = await workspaceClock(pool, workspaceId);
  const narrowed: ContactCondition[] = [];
  if (tag !== undefined) narrowed.push({ type: "tag", op: "has", tag });
  if (channelId !== undefined) narrowed.push({ type: "channel", op: "is", channelId });
  const filters = [{ all: narrowed }, segment?.filter, filter].filter((each) => each !== undefined);
  for (const each of filters) parts.push(filterSql(each, values, clock));
  return { where: parts.join(" AND "), values };
}

/** Days are those of the workspace's zone. */
async function workspaceClock(pool: Pool, workspaceId: string) {
  const { rows } = await pool.query<{ now: Date; today: string }>({
    name: "workspace-clock",
    text: `SELECT now() AS now, to_char(now() AT TIME ZONE time_zone, 'YYYY-MM-DD') AS today FROM workspaces WHERE id = $1`,
    values: [workspaceId],
  });
  const [clock] = rows;
  if (!clock) throw new Error("The workspace of somebody who asks is not there.");
  return clock;
}
