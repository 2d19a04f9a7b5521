/** What the traffic of a step means: how much of it went on, who left the flow here, who came through. Pure. */
import type { FlowTraffic, StepTraffic } from "@hilo/server/contract";

/** By the node's id; a step where nobody is or was is not in it. */
export type Traffic = ReadonlyMap<string, StepTraffic>;

export const trafficByNode = ({ nodes }: Pick<FlowTraffic, "nodes">): Traffic =>
  new Map(nodes.map((step) => [step.nodeId, step]));

/** Reasons that are no loss: the run is still under way, came to its end, or went on elsewhere. */
const NO_LOSS: ReadonlySet<string> = new Set(["waiting", "finished", "other-flow"]);

const sum = (counted: readonly { runs: number }[]) => counted.reduce((total, { runs }) => total + runs, 0);

/** Runs that ended here before the flow was over. */
export const droppedAt = ({ stopped }: StepTraffic): number =>
  sum(stopped.filter(({ reason }) => !NO_LOSS.has(reason)));

/** Runs that came to the end of the flow here. */
export const finishedAt = ({ stopped }: StepTraffic): number =>
  sum(stopped.filter(({ reason }) => reason === "finished"));

export interface PortTraffic {
  runs: number;
  /** Of those who came to the step: 0 to 1. */
  share: number;
}

/** @returns null where nobody came to the step in this time */
export function portTraffic(step: StepTraffic | undefined, port: string): PortTraffic | null {
  if (!step || step.entered === 0) return null;
  const runs = step.ports.find((way) => way.port === port)?.runs ?? 0;
  // Who stood at the step of an older version may leave by a way without having come to it in this one.
  return { runs, share: Math.min(1, runs / step.entered) };
}

/** Of a line on the canvas, in its units: a hair where nobody went, and wide where all did. */
const THINNEST = 1.5;
const WIDEST = 9;

export const lineWidth = (share: number): number =>
  share === 0 ? THINNEST : THINNEST + 1 + share * (WIDEST - THINNEST - 1);
