/** The traffic of a flow, counted when it is asked for: nothing is written for it as messages come and go. */
import type { Pool } from "pg";
import type { FlowTraffic, StepTraffic } from "../contract/traffic.ts";
import { OWN_NODE } from "../conversations/own-node.ts";
import selectFlowRunsText from "../db/sql/select-flow-runs.sql";
import { statement } from "../db/sql.ts";
import { notFound } from "../http/app-error.ts";
import type { Runtime } from "../runtime.ts";
import { KeptAnswers } from "./kept-answers.ts";
import { daysBefore } from "./period.ts";

/** Enough that a percent is fifty people; their log is read in well under a second. */
const MAX_RUNS = 5_000;
/** Browsers ask every two seconds while something happens: about each answer is a new one, however many ask. */
const KEPT_MS = 1_500;

interface RunsRow {
  what: "runs" | "entered" | "left" | "stopped";
  nodeId: string | null;
  /** A port, or why it stopped. */
  detail: string | null;
  runs: number;
}

const selectFlowRuns = statement<RunsRow & { [column: string]: unknown }>(
  "select-flow-runs",
  selectFlowRunsText,
);

const selectStanding = statement<{ nodeId: string | null; live: number }>(
  "select-flow-standing",
  `SELECT t.node_id AS "nodeId", count(*)::int AS live
     FROM (SELECT ${OWN_NODE} AS node_id FROM sessions s
            WHERE s.workspace_id = $1 AND s.flow_id = $2 AND s.status IN ('Active', 'Paused')) t
    GROUP BY 1`,
);

type Standing = readonly { nodeId: string | null; live: number }[];

export class FlowTrafficCounter {
  /** Apart: who stands where is counted fast, so that it stays fresh where the runs are many. */
  private readonly standing = new KeptAnswers<Standing>(KEPT_MS);
  private readonly runs = new KeptAnswers<readonly RunsRow[]>(KEPT_MS);

  constructor(private readonly runtime: Pick<Runtime, "pool" | "now">) {}

  /** @throws AppError `not-found` */
  async count(workspaceId: string, flowId: string, days: number): Promise<FlowTraffic> {
    const { pool, now } = this.runtime;
    await refuseUnknown(pool, workspaceId, flowId);
    const since = daysBefore(now(), days);
    const [standing, runs] = await Promise.all([
      this.standing.answer(`${workspaceId} ${flowId}`, () =>
        selectStanding.rows(pool, [workspaceId, flowId]),
      ),
      this.runs.answer(`${workspaceId} ${flowId} ${days}`, () =>
        selectFlowRuns.rows(pool, [workspaceId, flowId, since, MAX_RUNS]),
      ),
    ]);
    return joined(days, standing, runs);
  }
}

async function refuseUnknown(pool: Pool, workspaceId: string, flowId: string): Promise<void> {
  const { rowCount } = await pool.query(
    "SELECT 1 FROM flows WHERE workspace_id = $1 AND id = $2 AND archived_at IS NULL",
    [workspaceId, flowId],
  );
  if (!rowCount) throw notFound("flow");
}

function joined(days: number, standing: Standing, rows: readonly RunsRow[]): FlowTraffic {
  const nodes = new Map<string, StepTraffic>();
  const at = (nodeId: string): StepTraffic => {
    const known = nodes.get(nodeId) ?? { nodeId, live: 0, entered: 0, ports: [], stopped: [] };
    nodes.set(nodeId, known);
    return known;
  };
  for (const { nodeId, live } of standing) if (nodeId !== null) at(nodeId).live = live;
  let begun = 0;
  for (const { what, nodeId, detail, runs } of rows) {
    if (what === "runs") begun = runs;
    if (nodeId === null) continue;
    if (what === "entered") at(nodeId).entered = runs;
    if (what === "left") at(nodeId).ports.push({ port: detail ?? "next", runs });
    if (what === "stopped") at(nodeId).stopped.push({ reason: detail ?? "finished", runs });
  }
  const live = [...nodes.values()].reduce((sum, node) => sum + node.live, 0);
  const more = begun > MAX_RUNS;
  return { days, runs: more ? MAX_RUNS : begun, more, live, nodes: [...nodes.values()].map(sorted) };
}

/** Always in one order: what did not change is then the same to whoever compares. */
function sorted(step: StepTraffic): StepTraffic {
  return {
    ...step,
    ports: step.ports.toSorted((a, b) => a.port.localeCompare(b.port)),
    stopped: step.stopped.toSorted((a, b) => b.runs - a.runs || a.reason.localeCompare(b.reason)),
  };
}
