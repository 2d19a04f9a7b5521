/** What can be put into a text: variables that steps of the flow save, and what is known of the contact. */
import { isNodeType, type NodeEnvelope, nodeRefs, nodeSpec } from "@hilo/flow-engine";
import type { FlowDocument } from "./flow-document.ts";
import { nodeData } from "./node-data.ts";

/** What a variable holds, as far as its steps tell. */
export type VariableKind = "text" | "number" | "date" | "yes-no" | "list" | "file" | "place" | "value";

export interface FlowVariable {
  name: string;
  /** `value`: anything, or different things by different steps. */
  kind: VariableKind;
  /** The steps that set it, in their order; none for what the flow is given at its start. */
  setBy: string[];
}

/** Read by every template, whatever the flow. */
export const CONTACT_PATHS = [
  // t:
  { path: "contact.name", label: "Contact's name", example: "Ana López" },
  { path: "contact.phone", label: "Contact's phone", example: "34600111222" },
  { path: "contact.email", label: "Contact's e-mail", example: "ana@example.org" },
  { path: "contact.language", label: "Contact's language", example: "en" },
] as const;

export const OTHER_PATHS = [
  // t:
  { path: "message.text", label: "What was written last", example: "Hello!" },
  { path: "system.now", label: "The present moment", example: "2026-03-02T09:00:00.000Z" },
  { path: "channel.name", label: "Name of the channel", example: "Shop" },
  {
    path: "session.webhook",
    label: "Address that resumes the flow",
    example: "https://hilo.example.org/hook",
  },
] as const;

/** Names that the flow's steps set, in the order of the steps. */
export function variablesSet(doc: FlowDocument): string[] {
  return flowVariables(doc).map(({ name }) => name);
}

/** The variables of the flow, in the order in which its steps set them. */
export function flowVariables(doc: FlowDocument): FlowVariable[] {
  const found = new Map<string, FlowVariable>();
  for (const node of doc.nodes) {
    for (const [name, kind] of namesSetBy(node)) {
      const known = found.get(name);
      if (!known) found.set(name, { name, kind, setBy: [node.id] });
      else {
        if (!known.setBy.includes(node.id)) known.setBy.push(node.id);
        if (known.kind !== kind) known.kind = "value";
      }
    }
  }
  return [...found.values()];
}

/** Names of the contact's own fields that the flow writes. */
export function contactFieldsWritten(doc: FlowDocument): string[] {
  const names = doc.nodes.flatMap((node) =>
    refsOf(node).flatMap((ref) => (ref.kind === "field" ? [ref.name] : [])),
  );
  return [...new Set(names)].filter((name) => name.trim() !== "");
}

function refsOf(node: NodeEnvelope) {
  return isNodeType(node.type) ? nodeRefs(nodeSpec(node.type), nodeData(node)) : [];
}

function namesSetBy(node: NodeEnvelope): [string, VariableKind][] {
  const kindOf = KINDS[node.type] ?? (() => "value");
  return refsOf(node).flatMap((ref): [string, VariableKind][] =>
    ref.kind === "sets" && ref.name.trim() !== "" ? [[ref.name, kindOf(node.data, ref.name)]] : [],
  );
}

type KindOf = (data: Record<string, unknown>, name: string) => VariableKind;

/** By the kind of an answer, where it is no text. */
const ANSWERS: Readonly<Record<string, VariableKind>> = {
  number: "number",
  rating: "number",
  date: "date",
  "yes-no": "yes-no",
  media: "file",
  image: "file",
  video: "file",
  audio: "file",
  file: "file",
  location: "place",
  contact: "value",
};
const CONVERTED: Readonly<Record<string, VariableKind>> = {
  number: "number",
  date: "date",
  boolean: "yes-no",
  list: "list",
  json: "value",
};
const entry = (value: unknown): Record<string, unknown> => Object(value);
const entries = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.map(entry) : []);

/** What each type of step saves. */
const KINDS: Readonly<Partial<Record<string, KindOf>>> = {
  ask: ({ kind, multiple }) => (kind === "choice" && multiple ? "list" : (ANSWERS[String(kind)] ?? "text")),
  buttons: () => "text",
  list: () => "text",
  carousel: () => "text",
  template: () => "text",
  split: () => "text",
  hours: () => "date",
  "ai-reply": () => "text",
  "for-each": (data, name) => (name === data.indexAs ? "number" : "value"),
  "http-request": (data, name) => (name === data.saveStatusAs ? "number" : "value"),
  set: ({ assignments }, name) => assigned(entries(assignments).findLast((each) => each.name === name)),
  "ai-extract": ({ fields }, name) => extracted(entries(fields).find((each) => each.name === name)),
};

const COUNTING = new Set(["add", "subtract", "multiply", "divide", "modulo", "round", "count"]);

function assigned(assignment: Record<string, unknown> | undefined): VariableKind {
  const { operation = "set", as = "text" } = assignment ?? {};
  if (COUNTING.has(String(operation))) return "number";
  if (operation === "append" || operation === "prepend" || operation === "remove") return "list";
  if (operation === "add-time") return "date";
  if (operation === "pick" || operation === "merge") return "value";
  return CONVERTED[String(as)] ?? "text";
}

function extracted(field: Record<string, unknown> | undefined): VariableKind {
  const type = String(field?.type ?? "text");
  return ANSWERS[type] ?? CONVERTED[type] ?? "text";
}
