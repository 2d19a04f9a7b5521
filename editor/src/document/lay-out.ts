/** Places for nodes: left to right in layers. The layout library is loaded only when something needs a place. */
import { type FlowDocument, portOf } from "./flow-document.ts";
import { layOutGraph } from "./lay-out-elk.ts";
import { ports } from "./ports.ts";

export interface Size {
  width: number;
  height: number;
}
export type Positions = Record<string, { x: number; y: number }>;

/** Room between the layers (for edges and their labels) and between cards of a layer. */
const BETWEEN_LAYERS = 110;
const BETWEEN_CARDS = 48;
/** A card before it was ever drawn; measured ones are better. */
const CARD: Size = { width: 272, height: 96 };
const ROW = 34;

/**
 * @param sizes measured cards by node id; the others are guessed from their ports
 * @returns a place for every node
 */
export async function layOut(
  doc: FlowDocument,
  sizes: ReadonlyMap<string, Size> = new Map(),
): Promise<Positions> {
  const laid = await layOutGraph({
    id: "flow",
    layoutOptions: {
      "elk.algorithm": "layered",
      "elk.direction": "RIGHT",
      "elk.layered.spacing.nodeNodeBetweenLayers": `${BETWEEN_LAYERS}`,
      "elk.spacing.nodeNode": `${BETWEEN_CARDS}`,
      "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
      "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
      "elk.layered.cycleBreaking.strategy": "DEPTH_FIRST",
    },
    children: doc.nodes.map((node) => ({
      id: node.id,
      ...(sizes.get(node.id) ?? guessedSize(node)),
      // Ports in their drawn order keep edges of one card from crossing.
      layoutOptions: { "elk.portConstraints": "FIXED_ORDER" },
      ports: ports(node).map((port, i) => ({
        id: portId(node.id, port.id),
        width: 1,
        height: 1,
        layoutOptions: { "elk.port.side": "EAST", "elk.port.index": `${i}` },
      })),
    })),
    edges: doc.edges.map((edge) => ({
      id: edge.id,
      sources: [
        hasDrawnPort(doc, edge.source, portOf(edge)) ? portId(edge.source, portOf(edge)) : edge.source,
      ],
      targets: [edge.target],
    })),
  });
  const places = (laid.children ?? []).map(({ id, x = 0, y = 0 }) => [
    id,
    { x: Math.round(x), y: Math.round(y) },
  ]);
  return Object.fromEntries(places);
}

/**
 * Gives a place to every node that has none and leaves the others where the author put them: new ones go below,
 * a start that was never drawn goes before its first step.
 */
export async function placeMissing(doc: FlowDocument): Promise<FlowDocument> {
  const missing = doc.nodes.filter((node) => !node.position);
  if (missing.length === 0) return doc;
  const places = await placesForMissing(doc, missing);
  const nodes = doc.nodes.map((node) =>
    node.position ? node : { ...node, position: places[node.id] ?? { x: 0, y: 0 } },
  );
  return { ...doc, nodes };
}

async function placesForMissing(doc: FlowDocument, missing: FlowDocument["nodes"]): Promise<Positions> {
  if (missing.length === doc.nodes.length) return layOut(doc);
  if (missing.every((node) => node.type === "start")) return startBeforeFirst(doc);
  const absent = new Set(missing.map((node) => node.id));
  const edges = doc.edges.filter((edge) => absent.has(edge.source) && absent.has(edge.target));
  const places = await layOut({ ...doc, nodes: missing, edges });
  const below = 160 + Math.max(...doc.nodes.map((node) => (node.position?.y ?? 0) + CARD.height));
  return Object.fromEntries(Object.entries(places).map(([id, { x, y }]) => [id, { x, y: y + below }]));
}

function startBeforeFirst(doc: FlowDocument): Positions {
  const start = doc.nodes.find((node) => node.type === "start");
  const target = doc.edges.find((edge) => edge.source === start?.id)?.target;
  const first = doc.nodes.find((node) => node.id === target)?.position ?? { x: 0, y: 0 };
  return start ? { [start.id]: { x: first.x - CARD.width - BETWEEN_LAYERS, y: first.y } } : {};
}

function portId(nodeId: string, port: string): string {
  return `${nodeId}:${port}`;
}

function hasDrawnPort(doc: FlowDocument, nodeId: string, port: string): boolean {
  const node = doc.nodes.find((candidate) => candidate.id === nodeId);
  return node !== undefined && ports(node).some((candidate) => candidate.id === port);
}

/** A card that was never drawn, by what it says. */
export function guessedSize(node: FlowDocument["nodes"][number]): Size {
  const rows = ports(node).length;
  const text = typeof node.data.text === "string" ? Math.min(6, Math.ceil(node.data.text.length / 34)) : 1;
  return { width: CARD.width, height: CARD.height + text * 18 + (rows > 1 ? rows * ROW : 0) };
}
