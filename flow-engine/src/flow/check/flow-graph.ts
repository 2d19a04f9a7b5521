/** A parsed flow laid out for checking: nodes with their specs, and the edges a walk can really take. */
import type { NodeSpec, Port } from "../../nodes/define-node.ts";
import { isNodeType, nodeSpec } from "../../nodes/index.ts";
import { withStart } from "../compile.ts";
import { edgesBySource, portOf, portsOf } from "../edge-port.ts";
import type { Edge, Flow, NodeEnvelope } from "../schema.ts";

/** A way on that a walk can really take: by an edge, or (a jump) without one. */
export interface Way {
  /** Null for a jump, and out of a node that can't be read. */
  port: string | null;
  target: string;
}

/** A node whose type is known and whose data parses. */
export interface SoundNode {
  spec: NodeSpec;
  data: unknown;
  ports: Port[];
}

export interface CheckedNode {
  id: string;
  type: string;
  /** For messages: the node's own name, or its type and id. */
  label: string;
  envelope: NodeEnvelope;
  /** Null when the type is unknown or the data does not parse: checks by port then pass it over. */
  sound: SoundNode | null;
}

export interface FlowGraph {
  flow: Flow;
  /** With the implicit start, in the flow's order. */
  nodes: CheckedNode[];
  byId: ReadonlyMap<string, CheckedNode>;
  start: CheckedNode;
  /** Edges by their source's id, in the flow's order. */
  edgesFrom(nodeId: string): readonly Edge[];
  /** The port an edge leaves by; null when its source is not sound. */
  portOf(edge: Edge): string | null;
  /** Existing nodes that a walk can go on to: edges of missing ports and second edges of a port are never taken. */
  targetsOf(nodeId: string): string[];
  /** The same, with the ports. */
  waysFrom(nodeId: string): readonly Way[];
}

export function flowGraph(flow: Flow): FlowGraph {
  const nodes = withStart(flow.nodes).map(checkedNode);
  const byId = new Map(nodes.toReversed().map((node) => [node.id, node]));
  const start = nodes.find(({ type }) => type === "start");
  if (!start) throw new Error("a flow without a start");
  const bySource = edgesBySource(flow.edges);
  const edgesFrom = (nodeId: string) => bySource.get(nodeId) ?? [];
  const leavesBy = (edge: Edge) => {
    const sound = byId.get(edge.source)?.sound;
    return sound ? portOf(edge, sound.spec, sound.data) : null;
  };
  const ways = new Map(
    nodes.map((node) => [
      node.id,
      waysOf(node, edgesFrom(node.id), leavesBy).filter(({ target }) => byId.has(target)),
    ]),
  );
  const waysFrom = (nodeId: string) => ways.get(nodeId) ?? [];
  const targetsOf = (nodeId: string) => waysFrom(nodeId).map(({ target }) => target);
  return { flow, nodes, byId, start, edgesFrom, portOf: leavesBy, targetsOf, waysFrom };
}

/** The first edge of each port, and jumps. Of a node that can't be read, all edges count. */
function waysOf(node: CheckedNode, edges: readonly Edge[], leavesBy: (edge: Edge) => string | null): Way[] {
  if (!node.sound) return edges.map(({ target }) => ({ port: null, target }));
  const { spec, data, ports } = node.sound;
  const open = new Set(ports.map(({ id }) => id));
  const taken = edges.flatMap((edge): Way[] => {
    const port = leavesBy(edge);
    return port !== null && open.delete(port) ? [{ port, target: edge.target }] : [];
  });
  const jumps = (spec.refs?.(data) ?? []).flatMap((ref): Way[] =>
    ref.kind === "node" ? [{ port: null, target: ref.id }] : [],
  );
  return [...taken, ...jumps];
}

function checkedNode(envelope: NodeEnvelope): CheckedNode {
  const { id, type, name } = envelope;
  return { id, type, label: name ? `“${name}”` : `${type} “${id}”`, envelope, sound: soundNode(envelope) };
}

function soundNode({ type, data }: NodeEnvelope): SoundNode | null {
  if (!isNodeType(type)) return null;
  const spec = nodeSpec(type);
  const parsed = spec.schema.safeParse(data);
  return parsed.success ? { spec, data: parsed.data, ports: portsOf(spec, parsed.data) } : null;
}
