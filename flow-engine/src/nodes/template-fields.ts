/** The templates of a node, looked at together: what they read, and what is wrong with them. */
import { compileTemplate, type Template, templatePaths } from "../expressions/templates.ts";
import { variableOf } from "../step/environment.ts";
import type { NodeProblem, Ref } from "./define-node.ts";

/** A template of a node. `label` names it inside a sentence: "the text", "the header". */
export interface TemplateField {
  label: string;
  source: string | undefined;
}

/** What authors' templates read of a session's variables, once each. */
export function templateReads(sources: readonly (string | undefined)[]): Ref[] {
  return pathReads(sources.flatMap((source) => pathsOf(source)));
}

/** The variables among some paths, once each. */
export function pathReads(paths: readonly string[]): Ref[] {
  const names = paths.map(variableOf).filter((name) => name !== null);
  return [...new Set(names)].map((name) => ({ kind: "reads", name }));
}

function pathsOf(source: string | undefined): string[] {
  const template = tryCompile(source);
  return template instanceof Error || template === null ? [] : templatePaths(template);
}

function tryCompile(source: string | undefined): Template | Error | null {
  if (!source) return null;
  try {
    return compileTemplate(source);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

export function templateProblems(fields: readonly TemplateField[]): NodeProblem[] {
  return fields.flatMap(({ label, source }) => {
    const template = tryCompile(source);
    return template instanceof Error ? [syntaxProblem(label, template.message)] : [];
  });
}

function syntaxProblem(label: string, reason: string): NodeProblem {
  const filter = /undefined filter: (\S+?),? /.exec(`${reason} `)?.[1];
  if (filter) {
    const message = `In ${label}, there is no filter called “${filter}”. Choose another or take it out.`;
    return { code: "template-filter-unknown", severity: "error", message };
  }
  const message = `In ${label}, the part between {{ }} or {% %} can't be read: ${reason}. Correct it.`;
  return { code: "template-syntax", severity: "error", message };
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
