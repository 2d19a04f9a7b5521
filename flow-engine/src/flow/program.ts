/** A compiled flow: parsed node data, pre-parsed templates, edges resolved to ports. Never saved. */

import type { Trigger } from "../triggers/schema.ts";
import type { FlowVariable } from "./schema.ts";
import type { FlowSettings } from "./settings.ts";

export interface PreparedData {
  /** Parsed by the node type's schema. */
  readonly data: unknown;
  /** What the node type prepared at compile time (templates, conditions). */
  readonly prepared: unknown;
}

export interface ProgramNode extends PreparedData {
  readonly id: string;
  readonly type: string;
  /** Port → target node id, without a prototype: a port may be called `constructor`. Without an edge the walk ends there. */
  readonly edges: Readonly<Record<string, string>>;
  /** The same in the languages it is translated to; absent when it is in none. */
  readonly localized?: ReadonlyMap<string, PreparedData>;
}

export interface Program {
  /** Version id: sessions are pinned to it. */
  readonly id: string;
  readonly name: string;
  /** Of the texts as written. */
  readonly language: string;
  /** The one above first, then those it is translated to. */
  readonly languages: readonly string[];
  readonly settings: FlowSettings;
  readonly localizedSettings: ReadonlyMap<string, FlowSettings>;
  readonly inputs: readonly FlowVariable[];
  readonly triggers: readonly Trigger[];
  readonly start: string;
  readonly nodes: ReadonlyMap<string, ProgramNode>;
}
