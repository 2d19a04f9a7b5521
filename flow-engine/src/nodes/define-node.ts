/** What a node type is: a schema, its ports, and pure behaviour on entering and on being resumed. */
import type { z } from "zod";
import type { MessageContent } from "../content/schema.ts";
import type { Effect, EngineTask } from "../effects/schema.ts";
import type { Template } from "../expressions/templates.ts";
import type { Input } from "../inputs/schema.ts";
import type { Variables, Wait } from "../session/schema.ts";
import type { StepContext } from "../step/context.ts";
import type { TraceEvent } from "../trace/schema.ts";

/** Each member of a union without the keys given; `Omit` would merge the members. */
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** An effect as a node states it; the step adds its id and the node. */
export type NodeEffect = DistributiveOmit<Effect, "id" | "nodeId">;

export interface Timer {
  purpose: "timeout" | "wake";
  /** Milliseconds since the epoch. */
  dueAt: number;
}

/** How a node ends its turn. */
export type Outcome =
  /** Leave by a port; a port without an edge ends the flow. */
  | { kind: "go"; port: string }
  /** Stop here until a message, a timer, a task's result or an agent. */
  | { kind: "wait"; for: Wait["for"]; timers?: Timer[]; task?: EngineTask; memory?: Variables }
  /** Resume only: keep waiting in the same wait (its timeout goes on), with new notes. */
  | { kind: "stay"; memory?: Variables }
  /** Resume only: this input is not for this node. */
  | { kind: "ignore"; reason: string }
  | { kind: "call"; flow: string; vars: Variables }
  | { kind: "jump"; nodeId: string }
  /** End this flow: return to the caller, or finish the session. */
  | { kind: "end" }
  /** A flow failure: ends the session Errored, for `error` unless a limit is the reason. */
  | { kind: "fail"; code: string; message: string; reason?: "error" | "limit" };

/** All a node may see and do. It only collects: nothing is sent or stored from here. */
export interface Scope<D = unknown, P = unknown> {
  readonly nodeId: string;
  readonly data: D;
  readonly prepared: P;
  readonly ctx: StepContext;
  /** Value at a dotted path over variables, contact, channel and system; undefined when absent. */
  read(path: string): unknown;
  set(name: string, value: unknown): void;
  render(template: Template): string;
  /** Whether a port leads anywhere. */
  connected(port: string): boolean;
  send(content: MessageContent): void;
  emit(effect: NodeEffect): void;
  record(event: TraceEvent): void;
  /** In [0, 1); the same for the same session, input and call order. */
  random(): number;
  /** In [0, 1); the same for the same contact and key, on every visit. */
  stableRandom(key: string): number;
}

export interface ResumeScope<D = unknown, P = unknown> extends Scope<D, P> {
  readonly memory: Readonly<Variables>;
}

/** A way out of a node. `label` is for people; `id` is what edges name. */
export interface Port {
  id: string;
  label: string;
  /** An unconnected optional port is fine: the flow ends, or the node handles it itself. */
  optional?: boolean;
}

export type ResumeInput = Exclude<Input, { type: "start" }>;

/** A variable a node sets or a thing outside the flow that it names; read by checks and the editor. */
export type Ref =
  | { kind: "sets"; name: string }
  | { kind: "reads"; name: string }
  | { kind: "flow"; ref: string }
  | { kind: "tag"; tag: string }
  | { kind: "secret"; name: string };

/** A mistake the schema can't see: a title too long for its channel, a regex that does not compile. */
export interface NodeProblem {
  code: string;
  severity: "error" | "warning";
  message: string;
}

export interface NodeSpec<D = unknown, P = unknown> {
  readonly type: string;
  /** Grows when `data` changes shape; migrations key on it. */
  readonly version: number;
  readonly schema: z.ZodType<D>;
  /** Data of a node just dropped on the canvas; parses with `schema`. */
  readonly defaults: NoInfer<D>;
  ports(data: D): Port[];
  /** Parse templates and expressions once. Throws `CompileError` on a syntax error. */
  prepare(data: D): P;
  enter(scope: Scope<D, P>): Outcome;
  /** Absent: the node never waits. */
  resume?(scope: ResumeScope<D, P>, input: ResumeInput): Outcome;
  /** A called flow ended; `vars` are its variables. */
  returned?(scope: Scope<D, P>, vars: Readonly<Variables>): Outcome;
  /** Whether a late tap on this node's message may bring the session back here. */
  takesTap?(data: D, tapId: string): boolean;
  refs?(data: D): Ref[];
  check?(data: D): NodeProblem[];
}

/** Types a node spec by its schema; what it prepares stays its own. Written as methods, specs of every data type fit `NodeSpec`. */
export function defineNode<D, P, const T extends string>(
  spec: NodeSpec<D, P> & { readonly type: T },
): NodeSpec<D> & { readonly type: T } {
  return spec;
}

export const go = (port = "next"): Outcome => ({ kind: "go", port });
export const NEXT_PORT: Port = { id: "next", label: "Next" };
