/** Goes through a list: a round for each item, then on by `done`. */
import { asStored } from "../../expressions/print.ts";
import { compileTemplate, lonePath, type Template } from "../../expressions/templates.ts";
import type { Loop } from "../../session/schema.ts";
import { withoutBrackets } from "../../step/environment.ts";
import {
  defineNode,
  go,
  type NodeProblem,
  type Outcome,
  type Port,
  type Ref,
  type Scope,
} from "../define-node.ts";
import { isLiteral, pathReads, type TextField } from "../text-field.ts";
import { variableNameProblems } from "../variable-names.ts";
import { type ForEachData, forEachSchema, MAX_ROUNDS } from "./schema.ts";

type ForEachScope = Scope<ForEachData, Template>;

const EACH_PORT: Port = { id: "each", label: "Each item" };
const DONE_PORT: Port = { id: "done", label: "Done" };
const EMPTY_PORT: Port = { id: "empty", label: "Nothing in it", optional: true };

function begin(scope: ForEachScope): Outcome {
  const items = snapshot(scope);
  if (items.length > 0) return round(scope, { items, at: 0 });
  return go(scope.connected(EMPTY_PORT.id) ? EMPTY_PORT.id : DONE_PORT.id);
}

/** The list as it is now: what the rounds do to the variable changes nothing. Without a list there are no items. */
function snapshot(scope: ForEachScope): unknown[] {
  const list = listOf(scope);
  if (!Array.isArray(list)) {
    if (list !== undefined && list !== null && list !== "") note(scope, "not-a-list", "it is no list");
    return [];
  }
  const { max } = scope.data;
  if (list.length > max) note(scope, "list-cut", `${list.length} items, of which ${max} have a round`);
  return list.slice(0, max).map(asStored);
}

/** What may name a variable, and then may well not be set. */
const PATH = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

/** What the source names, or else what its text is as JSON; a text that is neither comes back. */
function listOf(scope: ForEachScope): unknown {
  const lone = lonePath(scope.prepared);
  const text = lone ?? withoutBrackets(scope.render(scope.prepared).trim());
  const named = scope.read(text);
  if (named === undefined) return PATH.test(text) ? undefined : parsed(text);
  return typeof named === "string" ? parsed(named) : named;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function note(scope: Scope, code: string, message: string): void {
  scope.record({ type: "error", nodeId: scope.nodeId, code, message });
}

function round(scope: ForEachScope, loop: Loop): Outcome {
  const { itemAs, indexAs } = scope.data;
  scope.setLoop(loop);
  scope.set(itemAs, loop.items[loop.at]);
  if (indexAs) scope.set(indexAs, loop.at + 1);
  return go(EACH_PORT.id);
}

function enter(scope: ForEachScope): Outcome {
  const { loop } = scope;
  if (!loop) return begin(scope);
  const at = loop.at + 1;
  if (at < loop.items.length) return round(scope, { ...loop, at });
  scope.setLoop(undefined);
  return go(DONE_PORT.id);
}

function texts({ list }: ForEachData): TextField[] {
  return [{ key: "list", path: ["list"], label: "the list", source: list, reader: "machine" }];
}

function refs({ list, itemAs, indexAs }: ForEachData): Ref[] {
  const ports = [EACH_PORT.id];
  const path = withoutBrackets(list.trim());
  return [
    ...(isLiteral(list) && PATH.test(path) ? pathReads([{ path, guarded: true }]) : []),
    { kind: "sets", name: itemAs, ports },
    ...(indexAs ? [{ kind: "sets" as const, name: indexAs, ports, maxLength: `${MAX_ROUNDS}`.length }] : []),
  ];
}

function check({ list, itemAs, indexAs }: ForEachData): NodeProblem[] {
  const problems = variableNameProblems([itemAs, indexAs]);
  if (list.trim() !== "") return problems;
  const message = "There is no list to go through. Write which, as order.items.";
  return [{ code: "list-empty", severity: "error", message }, ...problems];
}

export const forEachNode = defineNode({
  type: "for-each",
  group: "logic",
  summary: "Goes through a list: a round for each item, then on.",
  version: 1,
  schema: forEachSchema,
  defaults: { list: "", itemAs: "item", max: 20 },
  ports: () => [EACH_PORT, DONE_PORT, EMPTY_PORT],
  prepare: ({ list }) => compileTemplate(list, "json"),
  enter,
  texts,
  refs,
  check,
  rounds: ({ max }) => max,
});
