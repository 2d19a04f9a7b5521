/** What a flow says first, as far as that does not depend on the customer. */
import {
  type Edge,
  type Flow,
  isNodeType,
  nodeSpec,
  parseFlow,
  START_ID,
  translatableTexts,
} from "@hilo/flow-engine";

export interface FirstMessage {
  nodeId: string;
  text: string;
  options: string[];
}

/** Bubbles that a preview has room for. */
const MOST = 3;

export function readExample(definition: unknown): Flow | null {
  const parsed = parseFlow(definition);
  return parsed.ok ? parsed.flow : null;
}

/** Follows the first way out of each step; a question is the last bubble. */
export function firstMessages(flow: Flow): FirstMessage[] {
  const said: FirstMessage[] = [];
  const seen = new Set<string>();
  for (let at = next(flow.edges, START_ID); at !== undefined && !seen.has(at) && said.length < MOST; ) {
    seen.add(at);
    const message = messageOf(flow, at);
    if (message) said.push(message);
    at = waits(flow, at) ? undefined : next(flow.edges, at);
  }
  return said;
}

function waits({ nodes }: Flow, id: string): boolean {
  const type = nodes.find((node) => node.id === id)?.type ?? "";
  return isNodeType(type) && nodeSpec(type).group === "ask";
}

function next(edges: readonly Edge[], source: string): string | undefined {
  return edges.find((edge) => edge.source === source)?.target;
}

function messageOf(flow: Flow, id: string): FirstMessage | null {
  const node = flow.nodes.find((one) => one.id === id);
  if (!node || !isNodeType(node.type)) return null;
  const spec = nodeSpec(node.type);
  const parsed = spec.schema.safeParse(node.data);
  if (!parsed.success || !spec.says) return null;
  const texts = translatableTexts(spec, parsed.data);
  const text = texts.find(({ key }) => key === "text" || key === "caption")?.source ?? "";
  const options = texts
    .filter(({ key }) => /^(options|rows)\.[^.]+\.title$/.test(key))
    .map(({ source = "" }) => source);
  return text === "" ? null : { nodeId: id, text, options };
}
