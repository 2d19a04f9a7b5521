/** A compiled flow: parsed node data, pre-parsed templates, edges resolved to ports. Never saved. */

import type { Trigger } from "../triggers/schema.ts";
import type { FlowSettings } from "./settings.ts";

export interface ProgramNode {
  readonly id: string;
  readonly type: string;
  /** Parsed by the node type's schema. */
  readonly data: unknown;
  /** What the node type prepared at compile time (templates, conditions). */
  readonly prepared: unknown;
  /** Port → target node id, without a prototype: a port may be called `constructor`. Without an edge the walk ends there. */
  readonly edges: Readonly<Record<string, string>>;
}

export interface Program {
  /** Version id: sessions are pinned to it. */
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly settings: FlowSettings;
  readonly triggers: readonly Trigger[];
  readonly start: string;
  readonly nodes: ReadonlyMap<string, ProgramNode>;
}
