/** What a node's texts and its type say together: everything it reads and sets, everything wrong with it. */
import type { NodeProblem, NodeSpec, Ref } from "./define-node.ts";
import { templateReads, textProblems } from "./text-field.ts";

/** @param data as `spec.schema` parsed it */
export function nodeRefs(spec: NodeSpec, data: unknown): Ref[] {
  const sources = (spec.texts?.(data) ?? []).map(({ source }) => source);
  return [...templateReads(sources), ...(spec.refs?.(data) ?? [])];
}

/** @param data as `spec.schema` parsed it */
export function nodeProblems(spec: NodeSpec, data: unknown): NodeProblem[] {
  return [...textProblems(spec.texts?.(data) ?? []), ...(spec.check?.(data) ?? [])];
}
