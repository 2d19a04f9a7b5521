/** What mends a problem in one click: a command of the document, so that it can be undone like any other. */

import type { Problem } from "@hilo/flow-engine";
import type { Command } from "../document/commands/index.ts";
import { type FlowDocument, findNode } from "../document/flow-document.ts";
import { nextNodeId } from "../document/ids.ts";
import { t } from "../i18n/t.ts";

export interface QuickFix {
  /** What the button says: "End here". */
  label: string;
  command: Command;
}

/** Where a new step goes: to the right of the one it follows. */
const STEP_RIGHT = 340;

/** Null for what only a person can decide. */
export function quickFixOf(doc: FlowDocument, problem: Problem): QuickFix | null {
  const { nodeId, edgeId, port, variable } = problem;
  const node = nodeId === undefined ? undefined : findNode(doc, nodeId);
  switch (problem.code) {
    case "port-unconnected":
      if (!node || port === undefined) return null;
      return { label: t("End here"), command: endAfter(doc, node, port) };
    case "node-unreachable":
      return node
        ? { label: t("Delete the step"), command: { type: "remove", args: { nodeIds: [node.id] } } }
        : null;
    case "edge-source-missing":
    case "edge-target-missing":
    case "edge-port-missing":
    case "edge-ignored":
      return edgeId === undefined
        ? null
        : { label: t("Remove the connection"), command: { type: "disconnect", args: { edgeIds: [edgeId] } } };
    case "variable-unknown":
    case "variable-unset": {
      if (!node || variable === undefined) return null;
      const data = withDefault(node.data, variable);
      if (JSON.stringify(data) === JSON.stringify(node.data)) return null;
      return {
        label: t("Leave it out when it is not set"),
        command: { type: "update-data", args: { nodeId: node.id, data: { ...Object(data) } } },
      };
    }
    default:
      return null;
  }
}

function endAfter(
  doc: FlowDocument,
  node: { id: string; position?: { x: number; y: number } | undefined },
  port: string,
): Command {
  const { x = 0, y = 0 } = node.position ?? {};
  return {
    type: "add-node",
    args: {
      id: nextNodeId(doc),
      type: "end",
      position: { x: x + STEP_RIGHT, y },
      from: { source: node.id, port },
    },
  };
}

/** `{{ name }}` becomes `{{ name | default: "" }}` in every text of a step. */
function withDefault(value: unknown, variable: string): unknown {
  if (typeof value === "string") {
    const plain = new RegExp(
      `\\{\\{\\s*(${variable.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?:\\.[\\w.]+)?)\\s*\\}\\}`,
      "g",
    );
    return value.replace(plain, '{{ $1 | default: "" }}');
  }
  if (Array.isArray(value)) return value.map((item) => withDefault(item, variable));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withDefault(item, variable)]));
}
