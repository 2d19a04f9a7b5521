/** Saves what flows did besides talking; costs nothing when they did nothing. */
import type { PoolClient } from "pg";
import saveDeedsSql from "../db/sql/save-deeds.sql";
import { statement } from "../db/sql.ts";
import type { Deed } from "./deeds.ts";
import { saveAssignments } from "./save-assignments.ts";
import { saveDesk } from "./save-desk.ts";
import type { Work } from "./work.ts";

const insertDeeds = statement("save-deeds", saveDeedsSql);

export async function saveDeeds(client: PoolClient, works: readonly Work[]): Promise<void> {
  const busy = works.filter((work) => work.deeds.length > 0);
  if (busy.length === 0) return;
  // Who could not be found is told in a note.
  await saveAssignments(client, busy);
  await saveDesk(client, busy);
  const sets = [
    rowsOf(busy, "note", ({ id, text }, work) => ({ id, text, conversation_id: work.conversation.id })),
    rowsOf(busy, "event", ({ id, event, value, properties, sessionId, flowVersionId, nodeId }) => ({
      id,
      event,
      value,
      properties,
      session_id: sessionId,
      flow_version_id: flowVersionId,
      node_id: nodeId,
    })),
    rowsOf(busy, "variant", ({ experiment, variant }) => ({ experiment, variant })),
    lastOfEach(rowsOf(busy, "topic", ({ topic, state }) => ({ topic, state }))),
  ];
  if (sets.some((rows) => rows.length > 0))
    await insertDeeds.run(
      client,
      sets.map((rows) => JSON.stringify(rows)),
    );
}

type DeedOf<K extends Deed["kind"]> = Extract<Deed, { kind: K }>;

function rowsOf<K extends Deed["kind"], R>(
  works: readonly Work[],
  kind: K,
  row: (deed: DeedOf<K>, work: Work) => R,
) {
  const isWanted = (deed: Deed): deed is DeedOf<K> => deed.kind === kind;
  return works.flatMap((work) =>
    work.deeds.filter(isWanted).map((deed) => ({
      workspace_id: work.conversation.workspaceId,
      contact_id: work.contact.id,
      at: deed.at,
      ...row(deed, work),
    })),
  );
}

/** One statement can't change a row twice. */
function lastOfEach<R extends { workspace_id: string; contact_id: string; topic: string }>(
  rows: readonly R[],
): R[] {
  return [
    ...new Map(rows.map((row) => [`${row.workspace_id}:${row.contact_id}:${row.topic}`, row])).values(),
  ];
}
