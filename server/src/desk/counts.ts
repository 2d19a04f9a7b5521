/** How much waits for people: the numbers beside the list of conversations. */
import type { Pool } from "pg";
import { mentionedIn } from "../conversations/conversation-conditions.ts";

/** More is told as so many: nobody counts on. */
const MOST = 100;

export interface DeskCounts {
  waiting: number;
  mine: number;
  mentioned: number;
}

/** @param userId null: nobody, who has none */
export async function deskCounts(
  pool: Pool,
  workspaceId: string,
  userId: string | null,
): Promise<DeskCounts> {
  const first = (condition: string) =>
    `(SELECT count(*)::int FROM (SELECT 1 FROM conversations c WHERE c.workspace_id = $1 AND ${condition} LIMIT ${MOST}) counted)`;
  const { rows } = await pool.query<DeskCounts>({
    name: "desk-counts",
    text: `SELECT ${first("c.mode = 'Human' AND c.assignee_id IS NULL AND c.status = 'open'")} AS waiting,
                  ${first("c.assignee_id = $2 AND c.status = 'open'")} AS mine,
                  ${first(mentionedIn("$2"))} AS mentioned`,
    values: [workspaceId, userId],
  });
  return rows[0] ?? { waiting: 0, mine: 0, mentioned: 0 };
}
