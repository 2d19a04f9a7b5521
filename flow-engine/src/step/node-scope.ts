/** The inert scope a node works in: reads the walk, collects into it, reaches nothing else. */
import type { MessageContent } from "../content/schema.ts";
import { renderTemplate, type Template } from "../expressions/templates.ts";
import type { ProgramNode } from "../flow/program.ts";
import type { NodeEffect, ResumeScope } from "../nodes/define-node.ts";
import type { Loop, Variables } from "../session/schema.ts";
import type { TraceEvent } from "../trace/schema.ts";
import type { StepContext } from "./context.ts";
import { readPath } from "./environment.ts";
import { randomOf } from "./random.ts";
import type { Walk } from "./walk.ts";

const NO_MEMORY: Readonly<Variables> = Object.freeze({});

export function nodeScope(walk: Walk, node: ProgramNode): ResumeScope {
  return new NodeScope(walk, node);
}

/** A class, not an object of closures: a step makes one for each node it visits. */
class NodeScope implements ResumeScope {
  readonly nodeId: string;
  readonly data: unknown;
  readonly prepared: unknown;
  readonly ctx: StepContext;
  readonly heard: string | undefined;
  readonly memory: Readonly<Variables>;

  constructor(
    private readonly walk: Walk,
    private readonly node: ProgramNode,
  ) {
    const { data, prepared } = walk.inLanguage(node);
    this.nodeId = node.id;
    this.data = data;
    this.prepared = prepared;
    this.ctx = walk.ctx;
    this.heard = walk.session.heard;
    this.memory = walk.session.wait?.memory ?? NO_MEMORY;
  }

  get loop(): Loop | undefined {
    return this.walk.frame.loops?.[this.nodeId];
  }

  setLoop(loop: Loop | undefined): void {
    const { frame } = this.walk;
    const { [this.nodeId]: _over, ...others } = frame.loops ?? {};
    const loops = loop ? { ...others, [this.nodeId]: loop } : others;
    if (Object.keys(loops).length > 0) frame.loops = loops;
    else delete frame.loops;
  }

  read(path: string): unknown {
    return readPath(this.walk.env, path);
  }

  set(name: string, value: unknown): void {
    this.walk.setVariable(name, value);
  }

  render(template: Template): string {
    return renderTemplate(template, this.walk.env);
  }

  connected(port: string): boolean {
    return this.node.edges[port] !== undefined;
  }

  send(content: MessageContent, options?: { report?: boolean; replyTo?: string | undefined }): string {
    const effect: NodeEffect = { type: "send-message", content };
    if (options?.replyTo !== undefined) effect.replyTo = options.replyTo;
    if (options?.report) effect.report = true;
    const effectId = this.walk.emit(effect);
    this.walk.record({ type: "message-sent", nodeId: this.nodeId, effectId });
    return effectId;
  }

  emit(effect: NodeEffect): void {
    this.walk.emit(effect);
  }

  record(event: TraceEvent): void {
    this.walk.record(event);
  }

  random(): number {
    return randomOf(this.walk.nextRandomKey());
  }

  stableRandom(key: string): number {
    return randomOf(`${this.ctx.contact.id}:${key}`);
  }
}
