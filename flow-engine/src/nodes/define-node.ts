/** What a node type is: a schema, its ports, and pure behaviour on entering and on being resumed. */
import type { z } from "zod";
import type { ContentType, MessageContent } from "../content/schema.ts";
import type { Effect } from "../effects/schema.ts";
import type { EngineTask } from "../effects/task.ts";
import type { Template } from "../expressions/templates.ts";
import type { Input } from "../inputs/schema.ts";
import type { Loop, Timer, Variables, Wait } from "../session/schema.ts";
import type { StepContext } from "../step/context.ts";
import type { TraceEvent } from "../trace/schema.ts";
import type { TextField } from "./text-field.ts";

/** Each member of a union without the keys given; `Omit` would merge the members. */
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** An effect as a node states it; the step adds its id and the node. */
export type NodeEffect = DistributiveOmit<Effect, "id" | "nodeId">;

/** How a node ends its turn. */
export type Outcome =
  /** Leave by a port; a port without an edge ends the flow. */
  | { kind: "go"; port: string }
  /** Stop here until what the wait is for comes, or one of its timers. */
  | { kind: "wait"; for: Wait["for"]; timers?: Timer[]; task?: EngineTask; memory?: Variables }
  /**
   * Resume only: keep waiting in the same wait (its timers go on), with new notes. Where a tap on an earlier message
   * led back to the node there is no wait to stay in: a new one begins, with `timers`.
   */
  | { kind: "stay"; memory?: Variables; timers?: Timer[] }
  /** Resume only: this input is not for this node. */
  | { kind: "ignore"; reason: string }
  /** Run another flow and come back. */
  | { kind: "call"; flow: string; vars: Variables }
  /** Leave this flow for another one. */
  | { kind: "change-flow"; flow: string; vars: Variables }
  | { kind: "jump"; nodeId: string }
  /** End this flow: return to the caller, or finish the session. */
  | { kind: "end" }
  /** A flow failure: a calling flow's error port takes it, or the session ends Errored, for `error` unless a limit is the reason. */
  | { kind: "fail"; code: string; message: string; reason?: "error" | "limit" };

/** All a node may see and do. It only collects: nothing is sent or stored from here. */
export interface Scope<D = unknown, P = unknown> {
  readonly nodeId: string;
  /** In the contact's language, when the flow is translated to it. */
  readonly data: D;
  readonly prepared: P;
  readonly ctx: StepContext;
  /** Id of the customer's latest message; undefined when none came yet. */
  readonly heard: string | undefined;
  /** Value at a dotted path over variables, contact, channel and system; undefined when absent. */
  read(path: string): unknown;
  set(name: string, value: unknown): void;
  render(template: Template): string;
  /** Whether a port leads anywhere. */
  connected(port: string): boolean;
  /** @returns the effect's id */
  send(content: MessageContent, options?: { report?: boolean; replyTo?: string | undefined }): string;
  emit(effect: NodeEffect): void;
  record(event: TraceEvent): void;
  /** In [0, 1); the same for the same session, input and call order. */
  random(): number;
  /** In [0, 1); the same for the same contact and key, on every visit. */
  stableRandom(key: string): number;
  /** This node's loop, when it is under way. */
  readonly loop: Loop | undefined;
  /** Begins, moves or (undefined) ends this node's loop. */
  setLoop(loop: Loop | undefined): void;
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

export type ResumeInput = Exclude<Input, { type: "start" | "interrupt" }>;

/** A variable a node sets or reads, or a thing outside the flow that it names; read by checks and the editor. */
export type Ref =
  | {
      kind: "sets";
      name: string;
      /** Ports by which the node leaves with the variable set for sure; absent: whichever it takes. */
      ports?: readonly string[];
      /** Characters of its longest value as a text; absent: any length. */
      maxLength?: number;
    }
  /** `guarded`: an unset one is provided for (`| default:`, `is-set`). Templates' reads are found by `texts`. */
  | { kind: "reads"; name: string; guarded?: boolean }
  | { kind: "flow"; ref: string }
  | { kind: "node"; id: string }
  | { kind: "tag"; tag: string }
  | { kind: "field"; name: string }
  | { kind: "secret"; name: string }
  | { kind: "template"; name: string; language: string }
  | { kind: "team"; name: string };

/** A mistake the schema can't see: a title too long for its channel, a regex that does not compile. */
export interface NodeProblem {
  code: string;
  severity: "error" | "warning";
  message: string;
}

/**
 * What happened when a node is left by a port: the customer wrote, or so many minutes at most passed without a word.
 * `pauses`: it stops there for sure, until time passes or somebody acts.
 */
export type Silence = { heard: true } | { minutes: number; pauses: boolean };

export const NODE_GROUPS = ["start", "say", "ask", "logic", "act"] as const;
export type NodeGroup = (typeof NODE_GROUPS)[number];

export interface NodeSpec<D = unknown, P = unknown> {
  readonly type: string;
  readonly group: NodeGroup;
  /** What it does, in one sentence for people. */
  readonly summary: string;
  /** Grows when `data` changes shape, with a migration in `flow/migrations`. */
  readonly version: number;
  readonly schema: z.ZodType<D>;
  /** Data of a node just dropped on the canvas; parses with `schema`. */
  readonly defaults: NoInfer<D>;
  /** Kinds of content it sends; absent: it says nothing. */
  readonly says?: readonly ContentType[];
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
  /** Whether these words are one of its answers while it waits: then they mean nothing else (a button called “Cancel”). */
  takesWords?(scope: ResumeScope<D, P>, words: string): boolean;
  /** Every text of the data that is a template: checks, translations and references read this list. */
  texts?(data: D): TextField[];
  /** What it sets, and what it reads or names besides its texts. */
  refs?(data: D): Ref[];
  /** What is wrong beyond its texts. */
  check?(data: D): NodeProblem[];
  /** By port; a port that is not there is left at once. Absent: the node never waits. */
  silence?(data: D): Readonly<Record<string, Silence>>;
  /** How often at most it leads into its loop's body; absent: it is no loop. */
  rounds?(data: D): number;
}

/** Types a node spec by its schema; what it prepares stays its own. Written as methods, specs of every data type fit `NodeSpec`. */
export function defineNode<D, P, const T extends string>(
  spec: NodeSpec<D, P> & { readonly type: T },
): NodeSpec<D> & { readonly type: T } {
  return spec;
}

export const go = (port = "next"): Outcome => ({ kind: "go", port });
export const NEXT_PORT: Port = { id: "next", label: "Next" };
