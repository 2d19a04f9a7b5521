/** What a flow would remember in its middle: from the run under way, else examples. Pure. */
import type { FlowDocument } from "../document/flow-document.ts";

type Values = Readonly<Record<string, unknown>>;

/** Values as they are written in a form: strings as they are, everything else as JSON. */
export const printed = (value: unknown): string =>
  typeof value === "string" ? value : (JSON.stringify(value) ?? "");

/** @param running what the run under way remembers; it comes first */
export function variablesToBegin(doc: FlowDocument, running: Values): { name: string; value: string }[] {
  const saved = doc.nodes.flatMap(({ data }) => (typeof data.saveAs === "string" ? [data.saveAs] : []));
  const names = [...new Set([...Object.keys(running), ...saved])].filter((name) => name.trim() !== "");
  return names.map((name) => ({
    name,
    value: Object.hasOwn(running, name) ? printed(running[name]) : exampleOf(name),
  }));
}

/** By what the name is likely to mean, in the languages flows are written in. */
const EXAMPLES: readonly [RegExp, string][] = [
  [/mail|correo/i, "ana@example.com"],
  [/phone|tel|m[oó]vil|celular/i, "+34600111222"],
  [/name|nombre|nome/i, "Ana"],
  [/date|fecha|data|d[ií]a|day/i, "2026-12-01"],
  [/time|hora/i, "10:00"],
  [/count|number|num|age|edad|qty|cantidad|people|personas|size/i, "2"],
  [/city|ciudad|cidade/i, "Barcelona"],
];

function exampleOf(name: string): string {
  return EXAMPLES.find(([pattern]) => pattern.test(name))?.[1] ?? "";
}

/** What was written in the form, as values: JSON where it is some, else the text. Left empty, a variable is not there. */
export function valuesOf(fields: readonly { name: string; value: string }[]): Record<string, unknown> {
  const filled = fields.filter(({ name, value }) => name.trim() !== "" && value !== "");
  return Object.fromEntries(filled.map(({ name, value }) => [name.trim(), readValue(value)]));
}

function readValue(text: string): unknown {
  if (!/^(?:[[{]|-?(?:0|[1-9]\d*)(?:\.\d+)?$|true$|false$|null$)/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
