/** What a check must know of the other flows: which they run, and whether they may do so, or come back, without a wait. */
import { FAILED_PORT } from "../../nodes/say.ts";
import { parseFlow } from "../parse.ts";
import { type FlowGraph, flowGraph, type SoundNode, type Way } from "./flow-graph.ts";
import { longestWalks, type WalkCost } from "./longest-walks.ts";
import { rests, timedExits } from "./silences.ts";

export interface Summary {
  name: string;
  /** Flows it calls, wherever. */
  calls: ReadonlySet<string>;
  /** Flows it runs before it waits for the first time, called or gone on to. */
  runsAtOnce: ReadonlySet<string>;
  /** The longest walk from its start until it rests, the flows it runs left out; null when it may go round for ever. */
  longest: WalkCost | null;
  /** It may come to its end without any wait. */
  endsAtOnce: boolean;
  /** What may come of a walk from its start, as far as it is known what may come of the flows it runs. */
  outcome(of: (ref: string) => Outcome): Outcome;
}

/** Whether a flow may come to a wait, and whether it may end without one. Neither: it goes on for ever. */
export interface Outcome {
  waits: boolean;
  ends: boolean;
}

/** By id and by name, as nodes name flows. */
export type Summaries = ReadonlyMap<string, Summary>;

/** @param flows definitions by id and by name; what is no flow counts as unknown */
export function summariesOf(flows: ReadonlyMap<string, unknown> | undefined): Summaries {
  const summaries = new Map<string, Summary>();
  const bySource = new Map<unknown, Summary>();
  for (const [ref, definition] of flows ?? []) {
    const known = bySource.get(definition);
    const parsed = known ? null : parseFlow(definition);
    const summary = known ?? (parsed?.ok ? summaryOf(flowGraph(parsed.flow)) : null);
    if (!summary) continue;
    bySource.set(definition, summary);
    summaries.set(ref, summary);
  }
  return summaries;
}

/** Of one flow alone. A called flow may come back at once, for all it knows. */
export function summaryOf(graph: FlowGraph): Summary {
  const calls = new Set<string>();
  for (const { sound } of graph.nodes) {
    if (sound?.spec.returned) for (const flow of flowRefs(sound)) calls.add(flow);
  }
  const atOnce = new Set([graph.start.id]);
  for (const id of atOnce)
    for (const exit of timedExits(graph, id)) if (!rests(exit)) atOnce.add(exit.target);
  const reached = [...atOnce].flatMap((id) => graph.byId.get(id)?.sound ?? []);
  return {
    name: graph.flow.name,
    calls,
    runsAtOnce: new Set(reached.flatMap(flowRefs)),
    longest: longestWalks(graph, new Map())?.get(graph.start.id)?.cost ?? null,
    endsAtOnce: [...atOnce].some((id) => mayEnd(graph, id)),
    outcome: (of) => outcomeOf(graph, of),
  };
}

/** Every way is gone until it waits, or is held by a flow that neither waits nor ends. */
function outcomeOf(graph: FlowGraph, of: (ref: string) => Outcome): Outcome {
  const outcome: Outcome = { waits: false, ends: false };
  const reached = new Set([graph.start.id]);
  for (const id of reached) {
    const sound = graph.byId.get(id)?.sound;
    // Nothing is known of a node that can't be read, which is a problem of its own.
    if (!sound) return { waits: true, ends: true };
    const runs = flowRefs(sound).map(of);
    if (runs.some(({ waits }) => waits)) outcome.waits = true;
    if (runs.some(({ ends }) => !ends)) continue;
    // To go to a flow is to end as it does.
    if (mayEnd(graph, id, { optional: true }) || (runs.length > 0 && !sound.spec.returned))
      outcome.ends = true;
    for (const exit of timedExits(graph, id)) {
      if (rests(exit)) outcome.waits = true;
      else reached.add(exit.target);
    }
  }
  return outcome;
}

/** Flows that a node runs. */
export function flowRefs({ spec, data }: SoundNode): string[] {
  return (spec.refs?.(data) ?? []).flatMap((ref) => (ref.kind === "flow" && ref.ref !== "" ? [ref.ref] : []));
}

/** Unconnected, it is never taken: the walk went on when the message was handed over. */
const NEVER_ENDS: ReadonlySet<string> = new Set([FAILED_PORT.id]);

/**
 * An `end`, or a way out that leads nowhere and may be taken at once.
 * @param optional those too that a flow leaves open on purpose
 */
function mayEnd(graph: FlowGraph, id: string, { optional = false } = {}): boolean {
  const sound = graph.byId.get(id)?.sound;
  if (!sound) return false;
  const silences = sound.spec.silence?.(sound.data) ?? {};
  const led = new Set(graph.waysFrom(id).map(({ port }) => port));
  const mayLeave = (port: string) =>
    !led.has(port) && !rests({ port, target: "", silence: silences[port] ?? null });
  return (
    sound.spec.type === "end" ||
    sound.ports.some((port) => (optional || !port.optional) && !NEVER_ENDS.has(port.id) && mayLeave(port.id))
  );
}

/** Whether a node's way out may be taken at once, as far as the flow it calls is known. An unknown one may wait. */
export function passesAtOnce(sound: SoundNode, exit: Way, summaries: Summaries): boolean {
  if (!sound.spec.returned || exit.port === "error") return true;
  return flowRefs(sound).some((flow) => summaries.get(flow)?.endsAtOnce);
}
