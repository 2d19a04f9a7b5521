/** Addresses that customers open: templates that have to give a web address. */
import { isHttpUrl } from "../content/urls.ts";
import { compileTemplate, type Template } from "../expressions/templates.ts";
import type { NodeProblem, Scope } from "./define-node.ts";
import { isLiteral } from "./text-field.ts";

/** Longest address that browsers and servers agree on. */
export const MAX_LINK_CHARS = 2_048;

const BEGINS_WITH_A_VALUE = /^\s*\{[{%]/;

/** What is filled in is percent-encoded, unless the address begins with it: then it is the address itself. */
export function compileLink(source: string): Template {
  return compileTemplate(source, BEGINS_WITH_A_VALUE.test(source) ? "text" : "url");
}

export function compileOptionalLink(source: string | undefined): Template | null {
  return source?.trim() ? compileLink(source) : null;
}

/** null, with a note in the trace, when it is no web address. */
export function renderLink(scope: Scope, template: Template): string | null {
  const url = scope.render(template).trim();
  if (isHttpUrl(url)) return url;
  const message = `“${url}” is not a web address`;
  scope.record({ type: "error", nodeId: scope.nodeId, code: "url-invalid", message });
  return null;
}

/** @param label as a part of a sentence: "the address", "the address of card 2" */
export function linkProblems(source: string | undefined, label: string): NodeProblem[] {
  const url = source?.trim() ?? "";
  if (url === "") return [];
  const [beginning = ""] = url.split(/\{[{%]/, 1);
  const fine = isLiteral(url) ? isHttpUrl(url) : beginning === "" || /^https?:\/\//i.test(beginning);
  if (fine) return [];
  const message = `In ${label}, “${url}” is not a web address. Begin it with https:// and leave no spaces.`;
  return [{ code: "url-invalid", severity: "error", message }];
}
