/** The inert scope a node works in: reads the walk, collects into it, reaches nothing else. */
import { renderTemplate } from "../expressions/templates.ts";
import type { ProgramNode } from "../flow/program.ts";
import type { ResumeScope } from "../nodes/define-node.ts";
import { readPath } from "./environment.ts";
import { randomOf } from "./random.ts";
import type { Walk } from "./walk.ts";

export function nodeScope(walk: Walk, node: ProgramNode): ResumeScope {
  return {
    nodeId: node.id,
    data: node.data,
    prepared: node.prepared,
    ctx: walk.ctx,
    memory: walk.session.wait?.memory ?? {},
    read: (path) => readPath(walk.env, path),
    set: (name, value) => walk.setVariable(name, value),
    render: (template) => renderTemplate(template, walk.env),
    connected: (port) => node.edges[port] !== undefined,
    send(content) {
      const effectId = walk.emit({ type: "send-message", content });
      walk.record({ type: "message-sent", nodeId: node.id, effectId });
    },
    emit: (effect) => void walk.emit(effect),
    record: (event) => walk.record(event),
    random: () => randomOf(walk.nextRandomKey()),
    stableRandom: (key) => randomOf(`${walk.ctx.contact.id}:${key}`),
  };
}
