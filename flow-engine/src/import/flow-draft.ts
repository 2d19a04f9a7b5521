/** A flow under construction: steps with ids of their own, and one edge for each way out. */
import { FLOW_FORMAT, type FlowInput, START_ID } from "../flow/schema.ts";
import { isNodeType, nodeSpec } from "../nodes/index.ts";

export interface Place {
  x: number;
  y: number;
}
/** A way out of a step. */
export interface Exit {
  node: string;
  port: string;
}

/** All of a flow but its steps. */
interface FlowHead {
  name: string;
  language?: string;
  triggers?: NonNullable<FlowInput["triggers"]>;
  settings?: NonNullable<FlowInput["settings"]>;
  /** What only the canvas shows. */
  editor?: object;
}

export class FlowDraft {
  readonly #nodes: FlowInput["nodes"] = [];
  readonly #edges: NonNullable<FlowInput["edges"]> = [];
  readonly #left = new Set<string>();
  readonly #translations: Record<string, Record<string, Record<string, string>>> = {};

  /** @returns the new step's id */
  add(type: string, data: Record<string, unknown>, name = ""): string {
    const id = `n${this.#nodes.length + 1}`;
    this.#nodes.push({
      id,
      type,
      ...(isNodeType(type) ? { version: nodeSpec(type).version } : {}),
      ...(name.trim() === "" ? {} : { name: name.trim().slice(0, 80) }),
      data,
    });
    return id;
  }

  /** The first edge of a way out stands; nothing leads nowhere. */
  connect({ node, port }: Exit, target: string | null): void {
    const key = `${node} ${port}`;
    if (target === null || this.#left.has(key)) return;
    this.#left.add(key);
    const handle = port === "next" ? {} : { sourceHandle: port };
    this.#edges.push({ id: `e${this.#edges.length}`, source: node, target, ...handle });
  }

  start(target: string | null): void {
    this.connect({ node: START_ID, port: "next" }, target);
  }

  translate(language: string, nodeId: string, key: string, text: string): void {
    const texts = this.#translations[language] ?? {};
    this.#translations[language] = { ...texts, [nodeId]: { ...texts[nodeId], [key]: text } };
  }

  place(nodeId: string, { x, y }: Place): void {
    const node = this.#nodes.find(({ id }) => id === nodeId);
    if (node) node.position = { x: Math.round(x), y: Math.round(y) };
  }

  /** Ids of all steps so far. */
  get steps(): string[] {
    return this.#nodes.map(({ id }) => id);
  }

  finish(flow: FlowHead): FlowInput {
    return {
      format: FLOW_FORMAT,
      ...flow,
      nodes: this.#nodes,
      edges: this.#edges,
      ...(Object.keys(this.#translations).length === 0 ? {} : { translations: this.#translations }),
    };
  }
}
