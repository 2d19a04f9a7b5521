/** Texts that fit as they are written, and not any more with the longest value of a variable in them. */
import { compileTemplate, type Template } from "../../expressions/templates.ts";
import type { TextField } from "../../nodes/text-field.ts";
import { variableOf } from "../../step/environment.ts";
import type { CheckedNode, FlowGraph } from "./flow-graph.ts";
import { refsOfKind } from "./node-refs.ts";
import type { Problem } from "./problem.ts";

/** Up to so many characters it is a title or a label: any value may be too long for it. */
const SHORT = 72;

export function checkLongestValues(graph: FlowGraph): Problem[] {
  const longest = longestByName(graph);
  return graph.nodes.flatMap((node) =>
    (node.sound?.spec.texts?.(node.sound.data) ?? []).flatMap((field) => problemOf(node, field, longest)),
  );
}

/** Infinity where a step sets it to anything. */
function longestByName(graph: FlowGraph): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  for (const { ref } of refsOfKind(graph, "sets")) {
    const most = ref.maxLength ?? Number.POSITIVE_INFINITY;
    longest.set(ref.name, Math.max(most, longest.get(ref.name) ?? 0));
  }
  return longest;
}

function problemOf(node: CheckedNode, field: TextField, longest: ReadonlyMap<string, number>): Problem[] {
  const { limit, source = "", splits } = field;
  if (limit === undefined || splits) return [];
  const parts = partsOf(source);
  // What is too long as it stands is told by the step itself.
  if (!parts || parts.literal > limit || parts.names.length === 0) return [];
  const values = parts.names.map((name) => ({ name, most: longest.get(name) ?? Number.POSITIVE_INFINITY }));
  const total = values.reduce((sum, { most }) => sum + most, parts.literal);
  if (total <= limit || (!Number.isFinite(total) && limit > SHORT)) return [];
  const [worst] = values.sort((a, b) => b.most - a.most);
  const size = worst && Number.isFinite(worst.most) ? `up to ${worst.most} characters` : "any length";
  const message = `${node.label}: ${field.label} has room for ${limit} characters, and “${worst?.name}” may have ${size}; what is over is cut off. Shorten it: {{ ${worst?.name} | truncate: ${Math.max(1, limit - parts.literal)}, "" }}.`;
  return [{ code: `${field.code ?? "text"}-may-be-cut`, severity: "warning", nodeId: node.id, message }];
}

/** Null for a template with tags or filters: what comes out of it is anybody's guess. */
function partsOf(source: string): { literal: number; names: string[] } | null {
  const template = compiled(source);
  if (template?.kind !== "plain") return null;
  let literal = 0;
  const names: string[] = [];
  for (const segment of template.segments) {
    if ("text" in segment) literal += segment.text.length;
    else names.push(variableOf(segment.path) ?? segment.path);
  }
  return { literal, names };
}

function compiled(source: string): Template | null {
  try {
    return compileTemplate(source);
  } catch {
    return null;
  }
}
