/** Who goes through a flow: where people stand now, and what became of the runs begun lately, step by step. */
import { z } from "zod";
import { id } from "./common.ts";

/** The longest time that can be asked for: older runs say little of a flow as it is now. */
const MAX_DAYS = 90;
const USUAL_DAYS = 7;

export const trafficQuery = z.object({
  id,
  /** Of the runs begun in so many days up to now. */
  days: z.coerce.number().int().min(1).max(MAX_DAYS).default(USUAL_DAYS),
});

const stepTraffic = z.object({
  nodeId: z.string(),
  /** Sessions that stand here now, of all versions of the flow; a flow that is called from here counts as here. */
  live: z.number().int(),
  /** Runs that came here; one that came by several times is one. */
  entered: z.number().int(),
  /** Of them, those that went on by each port. */
  ports: z.array(z.object({ port: z.string(), runs: z.number().int() })),
  /**
   * Runs whose last step in this flow this is. Reason: why the session ended; or `waiting`, where it stands; or
   * `other-flow`, where it went on in another flow for good.
   */
  stopped: z.array(z.object({ reason: z.string(), runs: z.number().int() })),
});
export type StepTraffic = z.infer<typeof stepTraffic>;

export const flowTraffic = z.object({
  days: z.number().int(),
  /** Runs that are counted: the newest ones. Tries of a draft are not among them, nor runs of flows that call this one. */
  runs: z.number().int(),
  /** More runs began in this time than are counted. */
  more: z.boolean(),
  /** Everybody who stands in this flow now. */
  live: z.number().int(),
  /** Steps where somebody is or was, also of older versions. */
  nodes: z.array(stepTraffic),
});
export type FlowTraffic = z.infer<typeof flowTraffic>;
