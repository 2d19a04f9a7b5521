/** Keeps sends that take long from being called uncertain while their process lives. */
import { type Queryable, statement } from "../db/sql.ts";
import type { ClaimedMessage } from "./send-one.ts";

const renew = statement(
  "renew-sends",
  `UPDATE messages m SET sending_until = now() + interval '15 seconds'
     FROM unnest($1::uuid[], $2::uuid[], $3::int[]) AS k(workspace_id, id, attempt)
    WHERE m.workspace_id = k.workspace_id AND m.id = k.id AND m.attempts = k.attempt AND m.status = 'Sending'`,
);

/** @returns how many were still being sent */
export function renewSends(on: Queryable, sends: readonly ClaimedMessage[]): Promise<number> {
  return renew.run(on, [
    sends.map(({ workspaceId }) => workspaceId),
    sends.map(({ id }) => id),
    sends.map(({ attempts }) => attempts),
  ]);
}
