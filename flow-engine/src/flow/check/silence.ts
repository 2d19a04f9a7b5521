/** Messages that may be sent when the customer has not written for a day: platforms take only templates then. */
import type { Silence } from "../../nodes/define-node.ts";
import type { CheckedNode, FlowGraph, Way } from "./flow-graph.ts";
import type { Problem } from "./problem.ts";

/** Minutes in which anything may be sent after a customer's message: WhatsApp, Instagram and Messenger alike. */
const WINDOW = 24 * 60;
/** From here on it does not matter how much longer. */
const TOO_LONG = WINDOW + 1;
/** A node whose silence grows this often is in a loop of waits: it grows without end. */
const ROUNDS = 60;

export function checkSilence(graph: FlowGraph): Problem[] {
  const silent = silenceAt(graph);
  return graph.nodes.flatMap((node): Problem[] => {
    const at = silent.get(node.id);
    if (!at || at.minutes < WINDOW || !saysFreely(node)) return [];
    const witness = wayTo(node.id, silent);
    const after = witness.findLast((id) => id !== node.id && waits(graph.byId.get(id)));
    const because = after
      ? `after ${graph.byId.get(after)?.label}`
      : "since the flow may start without a message of theirs";
    const message = `${node.label} may be sent when the customer has not written for 24 hours, ${because}: then WhatsApp takes only approved templates. Shorten the wait, or send a template first.`;
    return [{ code: "window-closed", severity: "warning", nodeId: node.id, message, witness }];
  });
}

/** Whether it says something that is no template. */
function saysFreely({ sound, type }: CheckedNode): boolean {
  if (!sound?.spec.says) return false;
  if (type === "handoff")
    return (
      typeof sound.data === "object" && sound.data !== null && "text" in sound.data && sound.data.text !== ""
    );
  return sound.spec.says.some((kind) => kind !== "template");
}

const waits = (node: CheckedNode | undefined): boolean =>
  node !== undefined && (node.type === "start" || node.sound?.spec.silence !== undefined);

interface Silent {
  /** Since the customer's last message, at most; cut at `TOO_LONG`. */
  minutes: number;
  from: string | null;
}

/** The longest silence with which each node may be come to. */
function silenceAt(graph: FlowGraph): Map<string, Silent> {
  const found = new Map<string, Silent>([[graph.start.id, { minutes: startSilence(graph), from: null }]]);
  const grown = new Map<string, number>();
  const queue = [graph.start.id];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const minutes = found.get(id)?.minutes ?? 0;
    for (const way of graph.waysFrom(id)) {
      const after = afterWay(graph.byId.get(id), way, minutes);
      const before = found.get(way.target);
      if (before && after <= before.minutes) continue;
      const times = (grown.get(way.target) ?? 0) + 1;
      grown.set(way.target, times);
      found.set(way.target, { minutes: times > ROUNDS ? TOO_LONG : after, from: id });
      queue.push(way.target);
    }
  }
  return found;
}

/** What starts a flow without the customer having written. */
const UNASKED = new Set(["tag-added", "field-changed", "date-reached", "schedule", "event"]);

function startSilence({ flow }: FlowGraph): number {
  return flow.triggers.some(({ type }) => UNASKED.has(type)) ? TOO_LONG : 0;
}

function afterWay(node: CheckedNode | undefined, { port }: Way, before: number): number {
  if (!node?.sound) return before;
  const silence: Silence | undefined =
    port === null ? undefined : node.sound.spec.silence?.(node.sound.data)[port];
  if (!silence) return before;
  return "heard" in silence ? 0 : Math.min(TOO_LONG, before + silence.minutes);
}

function wayTo(id: string, silent: ReadonlyMap<string, Silent>): string[] {
  const way: string[] = [];
  for (let at: string | null | undefined = id; at && !way.includes(at); at = silent.get(at)?.from)
    way.unshift(at);
  return way;
}
