/** Read models of sessions and their steps. */
import { sessionSchema } from "@hilo/flow-engine";
import type { Pool } from "pg";
import type { Session } from "../contract/index.ts";
import type { SessionFilter } from "../contract/sessions.ts";
import { decodeCursor, encodeCursor, type Page, page } from "../http/pages.ts";
import { fitting, SESSION_FITS } from "./session-filter.ts";

interface SessionRow {
  id: string;
  status: Session["status"];
  flowId: string;
  flowName: string | null;
  flowVersionId: string;
  conversationId: string;
  contactId: string;
  contactName: string | null;
  nodeId: string | null;
  standsIn: Session["standsIn"];
  state: unknown;
  endReason: string | null;
  error: Session["error"];
  startedAt: Date;
  updatedAt: Date;
  endedAt: Date | null;
}

const SESSION_SELECT = `
  SELECT s.id, s.status, s.flow_id AS "flowId", f.name AS "flowName", s.flow_version_id AS "flowVersionId",
         s.conversation_id AS "conversationId", s.contact_id AS "contactId", p.name AS "contactName", s.node_id AS "nodeId", s.state,
         CASE WHEN inner_flow.id IS NULL THEN NULL
              ELSE json_build_object('flowId', inner_flow.id, 'flowName', inner_flow.name, 'flowVersionId', inner_version.id) END AS "standsIn",
         s.end_reason AS "endReason", s.error, s.started_at AS "startedAt", s.updated_at AS "updatedAt", s.ended_at AS "endedAt"
    FROM sessions s
    LEFT JOIN flows f ON f.workspace_id = s.workspace_id AND f.id = s.flow_id
    LEFT JOIN contacts p ON p.workspace_id = s.workspace_id AND p.id = s.contact_id
    LEFT JOIN flow_versions inner_version ON inner_version.workspace_id = s.workspace_id
     AND inner_version.id = (s.state->'frames'->-1->>'program')::uuid
    LEFT JOIN flows inner_flow ON inner_flow.workspace_id = s.workspace_id AND inner_flow.id = inner_version.flow_id`;

function viewSession(row: SessionRow): Session {
  const { contactId, contactName, state, flowName, startedAt, updatedAt, endedAt, ...rest } = row;
  return {
    ...rest,
    flowName: flowName ?? "",
    contact: { id: contactId, name: contactName },
    variables: sessionSchema.parse(state).vars,
    startedAt: startedAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}

/** Latest begun first. */
export async function listSessions(
  db: Pool,
  workspaceId: string,
  filter: SessionFilter & { limit: number; cursor?: string | undefined },
  now: Date,
): Promise<Page<Session>> {
  const [at, id] = decodeCursor(filter.cursor, ["time", "id"]);
  const { rows } = await db.query<SessionRow>(
    `${SESSION_SELECT}
      WHERE ${SESSION_FITS} AND ($9::timestamptz IS NULL OR (s.started_at, s.id) < ($9, $10::uuid))
      ORDER BY s.started_at DESC, s.id DESC LIMIT $11`,
    [...fitting(workspaceId, filter, now), at, id, filter.limit + 1],
  );
  return page(rows, filter.limit, (row) => encodeCursor(row.startedAt.toISOString(), row.id), viewSession);
}

export async function sessionById(db: Pool, workspaceId: string, id: string): Promise<Session | null> {
  const { rows } = await db.query<SessionRow>(`${SESSION_SELECT} WHERE s.workspace_id = $1 AND s.id = $2`, [
    workspaceId,
    id,
  ]);
  return rows[0] ? viewSession(rows[0]) : null;
}

export interface SessionEventView {
  seq: number;
  input: Record<string, unknown>;
  effects: Record<string, unknown>[];
  trace: Record<string, unknown>[];
  at: string;
}

/** Oldest first. */
export async function sessionEvents(
  db: Pool,
  workspaceId: string,
  id: string,
  limit: number,
  cursor: string | undefined,
): Promise<Page<SessionEventView>> {
  const [after] = decodeCursor(cursor, ["number"]);
  const { rows } = await db.query<Omit<SessionEventView, "at"> & { at: Date }>(
    `SELECT seq, input, COALESCE(effects, '[]'::json) AS effects, trace, at FROM session_events
      WHERE workspace_id = $1 AND session_id = $2 AND ($3::int IS NULL OR seq > $3) ORDER BY seq LIMIT $4`,
    [workspaceId, id, after, limit + 1],
  );
  return page(
    rows,
    limit,
    (row) => encodeCursor(String(row.seq)),
    (row) => ({ ...row, at: row.at.toISOString() }),
  );
}
