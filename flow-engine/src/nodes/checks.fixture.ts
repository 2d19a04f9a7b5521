/** Tests of what node types' own checks find, from a table. */
import { expect, test } from "vitest";
import type { NodeProblem } from "./define-node.ts";
import { type NodeType, nodeSpec } from "./index.ts";
import { nodeProblems } from "./node-facts.ts";

type Data = Record<string, unknown>;
/** A type, what is wrong in words, the data, and the codes of the problems. */
export type CheckRow = [type: NodeType, what: string, data: Data, codes: string[]];

function problemsOf(type: NodeType, data: Data): NodeProblem[] {
  const spec = nodeSpec(type);
  return nodeProblems(spec, spec.schema.parse(data));
}

function refusedWhenCompiled(type: NodeType, data: Data): boolean {
  const spec = nodeSpec(type);
  try {
    spec.prepare(spec.schema.parse(data));
    return false;
  } catch {
    return true;
  }
}

/** @param sound data without any problem */
export function testChecks(sound: readonly [NodeType, Data][], rows: readonly CheckRow[]): void {
  test.each(sound)("%s: in order", (type, data) => {
    expect(problemsOf(type, data)).toEqual([]);
    expect(refusedWhenCompiled(type, data)).toBe(false);
  });

  test.each(rows)("%s: %s", (type, _what, data, codes) => {
    const problems = problemsOf(type, data);
    expect(problems.map(({ code }) => code)).toEqual(codes);
    for (const { code, message } of problems) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      // A sentence that says what to do.
      expect(message, code).toMatch(/^[A-Z“].{20,}\.$/s);
    }
    if (refusedWhenCompiled(type, data))
      expect(problems.some(({ severity }) => severity === "error")).toBe(true);
  });
}
