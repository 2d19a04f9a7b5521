/** The texts of a node, one list for everything that is asked of them: limits, templates, translations, references. */

import type { RenderMode } from "../expressions/print.ts";
import { compileTemplate, type Template, templatePaths } from "../expressions/templates.ts";
import { variableOf } from "../step/environment.ts";
import type { NodeProblem, Ref } from "./define-node.ts";

export interface TextField {
  /** Names the text within its node for ever: `text`, `options.opt-0.title`. Translations are kept under it. */
  key: string;
  /** Where it stands in the data: `["options", 0, "title"]`. */
  path: readonly (string | number)[];
  /** As a part of a sentence: "the text", "the title of button 1". */
  label: string;
  /** The template; undefined or empty when there is none. */
  source: string | undefined;
  /** Who reads it. Customers' texts are translated and have to fit; a machine's (an address, a body) are neither. */
  reader: "customer" | "agent" | "machine";
  /** The beginning of problem codes: `title` gives `title-empty`, `title-too-long`. */
  code?: string;
  required?: boolean;
  /** Most characters that WhatsApp takes, the strictest of the channels in most things. */
  limit?: number;
  /** What is longer is sent as several messages, not cut. */
  splits?: boolean;
}

/** A text at the top of the data, under its own name. */
export function topText<K extends string>(
  data: Readonly<Partial<Record<K, string | undefined>>>,
  name: K,
  label: string,
  rest: Partial<TextField> = {},
): TextField {
  return { key: name, path: [name], label, source: data[name], reader: "customer", ...rest };
}

const error = (code: string, message: string): NodeProblem => ({ code, severity: "error", message });
export const capitalized = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);

/** Everything wrong with the texts of a node. */
export function textProblems(fields: readonly TextField[]): NodeProblem[] {
  return fields.flatMap((field) => [
    ...emptyProblems(field),
    ...syntaxProblems(field),
    ...lengthProblems(field),
  ]);
}

function emptyProblems({ required, source, code = "text", label }: TextField): NodeProblem[] {
  if (!required || source?.trim()) return [];
  return [error(`${code}-empty`, `${capitalized(label)} is empty. Write it.`)];
}

function lengthProblems({ source = "", limit, code = "text", label }: TextField): NodeProblem[] {
  const length = literalLength(source);
  if (limit === undefined || length <= limit) return [];
  const message = `${capitalized(label)} has ${length} characters and WhatsApp takes ${limit}. Shorten it.`;
  return [error(`${code}-too-long`, message)];
}

function syntaxProblems({ label, source }: TextField): NodeProblem[] {
  const template = tryCompile(source);
  return template instanceof Error ? [syntaxProblem(label, template.message)] : [];
}

function syntaxProblem(label: string, reason: string): NodeProblem {
  const filter = /undefined filter: (\S+?),? /.exec(`${reason} `)?.[1];
  if (filter) {
    const message = `In ${label}, there is no filter called “${filter}”. Choose another or take it out.`;
    return error("template-filter-unknown", message);
  }
  const message = `In ${label}, the part between {{ }} or {% %} can't be read: ${reason}. Correct it.`;
  return error("template-syntax", message);
}

export function tryCompile(source: string | undefined, mode: RenderMode = "text"): Template | Error | null {
  if (!source) return null;
  try {
    return compileTemplate(source, mode);
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause));
  }
}

/** What templates read of a session's variables, once each; unguarded when any of them reads so. */
export function templateReads(sources: readonly (string | undefined)[]): Ref[] {
  return pathReads(
    sources.flatMap((source) => {
      const guarded = guardedPaths(source ?? "");
      return pathsOf(source).map((path) => ({ path, guarded: guarded.has(path) }));
    }),
  );
}

/** The variables among some paths, once each. */
export function pathReads(paths: readonly { path: string; guarded: boolean }[]): Ref[] {
  const guardedOf = new Map<string, boolean>();
  for (const { path, guarded } of paths) {
    const name = variableOf(path);
    if (name !== null) guardedOf.set(name, guarded && (guardedOf.get(name) ?? true));
  }
  return [...guardedOf].map(([name, guarded]) => ({ kind: "reads", name, ...(guarded ? { guarded } : {}) }));
}

function pathsOf(source: string | undefined): string[] {
  const template = tryCompile(source);
  return template instanceof Error || template === null ? [] : templatePaths(template);
}

const WITH_DEFAULT = /\{\{-?\s*([\w.-]+)\s*\|[^}]*?\bdefault\b/g;
const IN_A_TEST = /\{%-?\s*(?:if|elsif|unless|case|when)\b([^%]*)%\}/g;

/** Paths that a template provides for being unset: `{{ x | default: "…" }}`, or `{% if x %}` around it. */
function guardedPaths(source: string): ReadonlySet<string> {
  const defaults = [...source.matchAll(WITH_DEFAULT)].map(([, path = ""]) => path);
  const tested = [...source.matchAll(IN_A_TEST)].flatMap(([, test = ""]) => test.match(/[\w.-]+/g) ?? []);
  return new Set([...defaults, ...tested]);
}

/** Characters that a text has at least, whatever is filled in; 0 when that depends on tags and filters. */
export function literalLength(source: string): number {
  const template = tryCompile(source);
  if (template === null || template instanceof Error || template.kind === "liquid") return 0;
  return template.segments.reduce((sum, segment) => sum + ("text" in segment ? segment.text.length : 0), 0);
}

/** Whether nothing is filled in: the text is what the customer gets. */
export function isLiteral(source: string): boolean {
  return !source.includes("{{") && !source.includes("{%");
}
