/** Finds out what would become of each row of an import, once somebody said what its columns are. Nothing is made yet. */
import type { PoolClient } from "pg";
import { type ContactImport, type ImportMapping, importColumn } from "../contract/contact-imports.ts";
import { ints, jsons, texts } from "../db/lists.ts";
import { transaction } from "../db/transaction.ts";
import { AppError, notFound } from "../http/app-error.ts";
import type { Runtime } from "../runtime.ts";
import { knownRows, OUTCOME } from "./import-sql.ts";
import { cellsSchema, importById } from "./import-views.ts";
import { type Judgement, judgeRow } from "./judge-row.ts";

/** Some twenty milliseconds of reading numbers, between which others get their turn. */
const BATCH_ROWS = 500;

export async function checkImport(
  { pool }: Pick<Runtime, "pool">,
  workspaceId: string,
  { id, mapping }: { id: string; mapping: ImportMapping },
): Promise<ContactImport> {
  await transaction(pool, async (client) => {
    const headers = await lockHeaders(client, workspaceId, id);
    if (mapping.columns.length !== headers.length)
      throw new AppError(
        "bad-request",
        400,
        `The table has ${headers.length} columns: say what each of them is.`,
      );
    const seen = new Set<string>();
    for (let last = 0; ; ) {
      const { rows } = await client.query<{ number: number; cells: unknown }>(
        `SELECT number, cells FROM contact_import_rows
          WHERE workspace_id = $1 AND import_id = $2 AND number > $3 ORDER BY number LIMIT $4`,
        [workspaceId, id, last, BATCH_ROWS],
      );
      const end = rows.at(-1);
      if (!end) break;
      const judged = rows.map(({ number, cells }) => ({
        number,
        judgement: judgeRow(cellsSchema.parse(cells), mapping, seen),
      }));
      await saveJudgements(client, workspaceId, id, judged, headers);
      last = end.number;
    }
    await saveCounts(client, workspaceId, id, mapping);
  });
  return importById(pool, workspaceId, id);
}

async function lockHeaders(client: PoolClient, workspaceId: string, id: string): Promise<string[]> {
  const { rows } = await client.query<{ state: string; columns: unknown }>(
    "SELECT state, columns FROM contact_imports WHERE workspace_id = $1 AND id = $2 FOR UPDATE",
    [workspaceId, id],
  );
  const [found] = rows;
  if (!found) throw notFound("import");
  if (found.state === "running" || found.state === "done") throw startedBefore();
  return importColumn
    .array()
    .parse(found.columns)
    .map(({ header }) => header);
}

export const startedBefore = () =>
  new AppError(
    "already-started",
    409,
    "This import was started before. Upload the file again for another one.",
  );

interface Judged {
  number: number;
  judgement: Judgement;
}

async function saveJudgements(
  client: PoolClient,
  workspaceId: string,
  importId: string,
  judged: readonly Judged[],
  headers: readonly string[],
): Promise<void> {
  const person = ({ judgement }: Judged) => ("person" in judgement ? judgement.person : null);
  const refusal = ({ judgement }: Judged) => ("reason" in judgement ? judgement : null);
  await client.query(
    `UPDATE contact_import_rows r
        SET state = CASE WHEN j.reason IS NULL THEN 'ready' ELSE 'refused' END,
            phone = j.phone, person = j.person::jsonb, reason = j.reason, about = j.about
       FROM (SELECT unnest($3::int[]) AS number, unnest($4::text[]) AS phone, unnest($5::json[]) AS person,
                    unnest($6::text[]) AS reason, unnest($7::text[]) AS about) AS j
      WHERE r.workspace_id = $1 AND r.import_id = $2 AND r.number = j.number`,
    [
      workspaceId,
      importId,
      ints(judged, ({ number }) => number),
      texts(judged, (each) => person(each)?.phone ?? refusal(each)?.phone),
      jsons(judged, (each) => {
        const found = person(each);
        return found && JSON.stringify(found);
      }),
      texts(judged, (each) => refusal(each)?.reason),
      texts(judged, (each) => headers[refusal(each)?.about ?? -1]),
    ],
  );
}

async function saveCounts(
  client: PoolClient,
  workspaceId: string,
  id: string,
  mapping: ImportMapping,
): Promise<void> {
  await client.query(
    `UPDATE contact_imports i SET state = 'checked', mapping = $3::json,
            made = n.made, changed = n.changed, same = n.same, refused = n.refused
       FROM (SELECT count(*) FILTER (WHERE outcome = 'made') AS made, count(*) FILTER (WHERE outcome = 'changed') AS changed,
                    count(*) FILTER (WHERE outcome = 'same') AS same, count(*) FILTER (WHERE outcome = 'refused') AS refused
               FROM (SELECT ${OUTCOME} AS outcome
                       FROM (${knownRows("SELECT * FROM contact_import_rows WHERE workspace_id = $1 AND import_id = $2")}) AS known) AS o) AS n
      WHERE i.workspace_id = $1 AND i.id = $2`,
    [workspaceId, id, JSON.stringify(mapping)],
  );
}
