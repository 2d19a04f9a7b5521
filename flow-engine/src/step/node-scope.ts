/** The inert scope a node works in: reads the walk, collects into it, reaches nothing else. */
import { renderTemplate } from "../expressions/templates.ts";
import type { ProgramNode } from "../flow/program.ts";
import type { ResumeScope } from "../nodes/define-node.ts";
import { readPath } from "./environment.ts";
import { randomOf } from "./random.ts";
import type { Walk } from "./walk.ts";

export function nodeScope(walk: Walk, node: ProgramNode): ResumeScope {
  const { data, prepared } = walk.inLanguage(node);
  return {
    nodeId: node.id,
    data,
    prepared,
    ctx: walk.ctx,
    heard: walk.session.heard,
    memory: walk.session.wait?.memory ?? {},
    read: (path) => readPath(walk.env, path),
    set: (name, value) => walk.setVariable(name, value),
    render: (template) => renderTemplate(template, walk.env),
    connected: (port) => node.edges[port] !== undefined,
    send(content, { report = false, replyTo } = {}) {
      const effectId = walk.emit({
        type: "send-message",
        content,
        ...(replyTo === undefined ? {} : { replyTo }),
        ...(report ? { report } : {}),
      });
      walk.record({ type: "message-sent", nodeId: node.id, effectId });
      return effectId;
    },
    emit: (effect) => void walk.emit(effect),
    record: (event) => walk.record(event),
    random: () => randomOf(walk.nextRandomKey()),
    stableRandom: (key) => randomOf(`${walk.ctx.contact.id}:${key}`),
    loop: walk.frame.loops?.[node.id],
    setLoop(loop) {
      const { [node.id]: _over, ...others } = walk.frame.loops ?? {};
      const loops = loop ? { ...others, [node.id]: loop } : others;
      if (Object.keys(loops).length > 0) walk.frame.loops = loops;
      else delete walk.frame.loops;
    },
  };
}
