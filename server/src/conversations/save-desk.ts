/** Saves whose a conversation is and whether it is done with, as people said; costs nothing when they said nothing. */
import type { PoolClient } from "pg";
import { statement } from "../db/sql.ts";
import type { DeskDeed } from "./deeds.ts";
import type { Work } from "./work.ts";

const updateDesk = statement(
  "update-desk",
  `UPDATE conversations c
      SET status = COALESCE(k.status, c.status),
          assignee_id = CASE WHEN k.given THEN k.user_id ELSE c.assignee_id END,
          team_id = CASE WHEN k.given THEN k.team_id ELSE c.team_id END
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::boolean[], $5::text[], $6::uuid[])
          AS k(workspace_id, id, status, given, user_id, team_id)
    WHERE c.workspace_id = k.workspace_id AND c.id = k.id`,
);

export async function saveDesk(client: PoolClient, works: readonly Work[]): Promise<void> {
  const rows = works.flatMap((work) => {
    const { status, assignee } = lastWord(work);
    return status === undefined && assignee === undefined ? [] : [{ ...work.conversation, status, assignee }];
  });
  if (rows.length === 0) return;
  await updateDesk.run(client, [
    rows.map(({ workspaceId }) => workspaceId),
    rows.map(({ id }) => id),
    rows.map(({ status }) => status ?? null),
    rows.map(({ assignee }) => assignee !== undefined),
    rows.map(({ assignee }) => assignee?.userId ?? null),
    rows.map(({ assignee }) => assignee?.teamId ?? null),
  ]);
}

/** A flow may have given it to somebody since a person did: then that one has it. */
function lastWord({ deeds }: Work): Pick<DeskDeed, "status" | "assignee"> {
  const word: Pick<DeskDeed, "status" | "assignee"> = {};
  for (const deed of deeds) {
    if (deed.kind === "assign") delete word.assignee;
    if (deed.kind !== "desk") continue;
    if (deed.status !== undefined) word.status = deed.status;
    if (deed.assignee !== undefined) word.assignee = deed.assignee;
  }
  return word;
}
