/**
 * What a process of this machine had claimed when it died: what it had not begun is to be sent, the rest is uncertain. No lease has to
 * run out for that, because nobody comes back who could know better.
 */
import { statement } from "../db/sql.ts";
import { type Abandoned, abandonedColumns } from "../journal/abandoned.ts";
import type { Runtime } from "../runtime.ts";
import { CHANGED_MESSAGE, type ChangedMessage, changeStatuses } from "./message-changes.ts";
import { LOST_SEND } from "./sweep.ts";

/** $1 journals · $2, $3 what was begun: ids and attempts · $4 why that is uncertain */
const takeUp = statement<ChangedMessage>(
  "take-up-sends",
  `WITH left_over AS MATERIALIZED (
     SELECT c.workspace_id, c.id, c.attempts FROM messages c
      WHERE c.stage = 1 AND c.status = 'Sending' AND c.sending_by = ANY ($1::bigint[])
      ORDER BY c.workspace_id, c.id FOR UPDATE
   ), known AS (
     SELECT l.workspace_id, l.id,
            EXISTS (SELECT 1 FROM unnest($2::uuid[], $3::int[]) AS b(id, attempt)
                     WHERE b.id = l.id AND b.attempt = l.attempts) AS begun
       FROM left_over l
   )
   UPDATE messages m
      SET status = CASE WHEN k.begun THEN 'Uncertain' ELSE 'Pending' END, error = CASE WHEN k.begun THEN $4::json END,
          uncounted = CASE WHEN k.begun THEN m.uncounted ELSE m.uncounted + 1 END, sending_until = NULL, sending_by = NULL
     FROM known k
    WHERE m.workspace_id = k.workspace_id AND m.id = k.id
   RETURNING ${CHANGED_MESSAGE}`,
);

/**
 * Safe in any number of processes at once: each row is taken up by one of them.
 * @param wakeDue how to wake a channel, as the sweep does
 */
export async function takeUpSends(
  runtime: Pick<Runtime, "pool" | "publish" | "log">,
  abandoned: Abandoned,
  wakeDue: (channelId: string) => void,
): Promise<void> {
  const values = [...abandonedColumns(abandoned), JSON.stringify(LOST_SEND)];
  const messages = await changeStatuses(runtime, takeUp, values);
  for (const channelId of new Set(messages.map((message) => message.channelId))) wakeDue(channelId);
  const again = messages.filter(({ status }) => status === "Pending").length;
  if (again > 0)
    runtime.log.warn({ sends: again }, "a process died before it began these sends: they are made now");
}
