/** What a node does when the world fails it: every acting node has the same choice. */
import { z } from "zod";
import { compileTemplate, type Template } from "../expressions/templates.ts";
import { go, type Outcome, type Port, type Ref, type Scope } from "./define-node.ts";
import type { TextField } from "./text-field.ts";

export const ERROR_PORT: Port = { id: "error", label: "Failed", optional: true };

/** Fields of the data of every acting node. */
export const errorPolicyFields = {
  onError: z
    .enum(["branch", "default", "fail"])
    .default("branch")
    .describe(
      "When it fails: `branch` leaves by the error port (unconnected: the session fails), `default` saves the default value and goes on, `fail` ends the session.",
    ),
  defaultValue: z
    .string()
    .max(4_000)
    .default("")
    .describe(
      "Template. With `default`: what is saved instead of a result; JSON when it is JSON, else a text.",
    ),
};

/** Fields of nodes whose work is done outside. */
export const taskPolicyFields = {
  timeoutSeconds: z.number().int().min(1).max(60).default(10).describe("Seconds until a try is given up."),
  retries: z.number().int().min(0).max(5).default(1).describe("Further tries after a failure that may pass."),
  ...errorPolicyFields,
};

export interface ErrorPolicy {
  onError: "branch" | "default" | "fail";
  defaultValue: string;
}

export function errorPorts({ onError }: ErrorPolicy): Port[] {
  return onError === "branch" ? [ERROR_PORT] : [];
}

export function prepareDefault({ onError, defaultValue }: ErrorPolicy): Template | null {
  return onError === "default" ? compileTemplate(defaultValue, "json") : null;
}

export function defaultValueText(data: ErrorPolicy): TextField {
  const source = data.onError === "default" ? data.defaultValue : undefined;
  return {
    key: "defaultValue",
    path: ["defaultValue"],
    label: "the default value",
    source,
    reader: "machine",
  };
}

/** What is known of the failure afterwards: `error_code`, `error_message`. */
export const ERROR_NAMES = ["error_code", "error_message"] as const;

export function errorRefs({ onError }: ErrorPolicy): Ref[] {
  if (onError === "fail") return [];
  const ports = onError === "branch" ? { ports: [ERROR_PORT.id] } : { ports: [] };
  return ERROR_NAMES.map((name): Ref => ({ kind: "sets", name, ...ports }));
}

/**
 * Ends a node's turn after a failure, as its policy says.
 * @param saves variables that its result would have filled
 * @param next the port of success, taken with `default`
 */
export function giveUp(
  scope: Scope<ErrorPolicy>,
  failure: { code: string; message: string },
  saves: readonly string[],
  defaultValue: Template | null,
  next = "next",
): Outcome {
  const { code, message } = failure;
  const { onError } = scope.data;
  const branches = onError === "branch" && scope.connected(ERROR_PORT.id);
  if (onError === "fail" || (onError === "branch" && !branches)) return { kind: "fail", code, message };
  scope.record({ type: "error", nodeId: scope.nodeId, code, message });
  scope.set("error_code", code);
  scope.set("error_message", message);
  if (branches) return go(ERROR_PORT.id);
  const value = defaultValue ? parsedOrText(scope.render(defaultValue)) : null;
  for (const name of saves) scope.set(name, value);
  return go(next);
}

/** A flow that a node runs is not published: by `error` when it leads somewhere, else the session fails. */
export function flowMissing(scope: Scope, flow: string): Outcome {
  const code = "flow-missing";
  const message = `flow ${flow} is not published`;
  if (!scope.connected(ERROR_PORT.id)) return { kind: "fail", code, message };
  scope.record({ type: "error", nodeId: scope.nodeId, code, message });
  scope.set("error_code", code);
  scope.set("error_message", message);
  return go(ERROR_PORT.id);
}

function parsedOrText(text: string): unknown {
  if (text.trim() === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
