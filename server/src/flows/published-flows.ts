/** Published flows in memory: a trigger index per workspace, compiled programs by version. What the drain looks up without waiting. */
import {
  buildTriggerIndex,
  compile,
  type Program,
  parseFlow,
  type TriggerEntry,
  type TriggerIndex,
  triggerSchema,
} from "@hilo/flow-engine";
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import type { FlowSource } from "../conversations/apply-batch.ts";
import { MissingPrograms } from "../conversations/programs.ts";

type Db = Pool | PoolClient;

interface WorkspaceFlows {
  /** workspaces.trigger_revision it was read at. */
  revision: number;
  index: TriggerIndex;
  /** A flow's id → its published version. */
  published: ReadonlyMap<string, string>;
  /** A flow's id or name → its published version. Of two flows with one name, the older. */
  versions: ReadonlyMap<string, string>;
}

/** Compiled programs kept: versions never change, so only room limits them. */
const MAX_PROGRAMS = 2_000;

const triggersSchema = z.array(triggerSchema).catch([]);

export class PublishedFlows implements FlowSource {
  private readonly workspaces = new Map<string, WorkspaceFlows>();
  /** Least recently used first; null: the version does not exist or does not compile. */
  private readonly programs = new Map<string, { workspaceId: string; program: Program } | null>();

  /** The index as of a revision; read anew when the revision moved. */
  async triggers(db: Db, workspaceId: string, revision: number): Promise<TriggerIndex> {
    const known = this.workspaces.get(workspaceId);
    if (known && known.revision >= revision) return known.index;
    const flows = await readWorkspace(db, workspaceId, revision, known);
    this.workspaces.set(workspaceId, flows);
    return flows.index;
  }

  /** A version of another workspace is as good as none. */
  version(workspaceId: string, versionId: string): Program | undefined {
    const entry = this.programs.get(versionId);
    if (entry === undefined) throw new MissingPrograms([versionId]);
    this.programs.delete(versionId);
    this.programs.set(versionId, entry);
    return entry?.workspaceId === workspaceId ? entry.program : undefined;
  }

  flow(workspaceId: string, ref: string): Program | undefined {
    const versionId = this.workspaces.get(workspaceId)?.versions.get(ref);
    return versionId === undefined ? undefined : this.version(workspaceId, versionId);
  }

  async load(db: Db, versionIds: readonly string[]): Promise<void> {
    const { rows } = await db.query<{ id: string; workspaceId: string; definition: unknown }>({
      name: "load-flow-versions",
      text: 'SELECT id, workspace_id AS "workspaceId", definition FROM flow_versions WHERE id = ANY ($1::uuid[])',
      values: [versionIds.filter((id) => z.uuid().safeParse(id).success)],
    });
    const found = new Map(rows.map((row) => [row.id, row]));
    for (const id of versionIds) {
      const row = found.get(id);
      const program = row ? compiled(id, row.definition) : null;
      this.programs.set(id, row && program ? { workspaceId: row.workspaceId, program } : null);
    }
    while (this.programs.size > MAX_PROGRAMS) {
      const [oldest] = this.programs.keys();
      if (oldest !== undefined) this.programs.delete(oldest);
    }
  }
}

/** Published versions passed `check`, so this is null only for what is not there or was written by a newer Hilo. */
function compiled(id: string, definition: unknown): Program | null {
  const parsed = parseFlow(definition);
  if (!parsed.ok) return null;
  try {
    return compile(parsed.flow, id);
  } catch {
    return null;
  }
}

interface PublishedRow {
  flowId: string;
  name: string;
  versionId: string;
  priority: number;
  createdAt: Date;
}

/** Flows that are changed in the index one by one; more of them are quicker built into a new one. */
const MAX_CHANGED_ONE_BY_ONE = 20;

/** Reads the triggers of only those flows that are published otherwise than they were. */
async function readWorkspace(
  db: Db,
  workspaceId: string,
  revision: number,
  known: WorkspaceFlows | undefined,
): Promise<WorkspaceFlows> {
  const { rows } = await db.query<PublishedRow>({
    name: "published-flows",
    text: `SELECT id AS "flowId", name, published_version_id AS "versionId", priority, created_at AS "createdAt"
             FROM flows WHERE workspace_id = $1 AND published_version_id IS NOT NULL AND archived_at IS NULL
            ORDER BY created_at, id`,
    values: [workspaceId],
  });
  const versions = new Map<string, string>();
  for (const row of rows) if (!versions.has(row.name)) versions.set(row.name, row.versionId);
  for (const row of rows) versions.set(row.flowId, row.versionId);
  const published = new Map(rows.map(({ flowId, versionId }) => [flowId, versionId]));
  const changed = rows.filter(({ flowId, versionId }) => known?.published.get(flowId) !== versionId);
  const gone = [...(known?.published.keys() ?? [])].filter((flowId) => !published.has(flowId));
  if (!known || changed.length + gone.length > MAX_CHANGED_ONE_BY_ONE) {
    const entries = await readEntries(db, workspaceId, rows);
    return { revision, index: buildTriggerIndex([...entries.values()].flat()), published, versions };
  }
  const entries = await readEntries(db, workspaceId, changed);
  let { index } = known;
  for (const flowId of gone) index = index.withFlow(flowId, []);
  for (const { flowId } of changed) index = index.withFlow(flowId, entries.get(flowId) ?? []);
  return { revision, index, published, versions };
}

/** Triggers by flow. */
async function readEntries(
  db: Db,
  workspaceId: string,
  flows: readonly PublishedRow[],
): Promise<Map<string, TriggerEntry[]>> {
  if (flows.length === 0) return new Map();
  const { rows } = await db.query<{ versionId: string; triggers: unknown }>({
    name: "published-triggers",
    text: `SELECT id AS "versionId", definition->'triggers' AS triggers
             FROM flow_versions WHERE workspace_id = $1 AND id = ANY ($2::uuid[])`,
    values: [workspaceId, flows.map(({ versionId }) => versionId)],
  });
  const triggers = new Map(rows.map((row) => [row.versionId, triggersSchema.parse(row.triggers)]));
  return new Map(
    flows.map(({ flowId, versionId, priority, createdAt }) => [
      flowId,
      (triggers.get(versionId) ?? []).map((trigger) => ({
        flowId,
        versionId,
        priority,
        createdAt: createdAt.getTime(),
        trigger,
      })),
    ]),
  );
}
