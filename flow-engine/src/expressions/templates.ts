/** Text templates: plain `{{ path }}` as pre-cut segments, everything else as Liquid parsed once at compile time. */
import type { Template as LiquidNode } from "liquidjs";
import { type Environment, readKeys } from "../step/environment.ts";
import { BudgetError, liquidPaths, parseLiquid, renderLiquid } from "./liquid.ts";
import { PRINTERS, type RenderMode } from "./print.ts";

/** Longest output of one template; WhatsApp's longest text is 4,096 characters, so this is over two messages. */
export const MAX_TEMPLATE_CHARS = 10_000;

/** A template that does not parse: an author's mistake, found at save. */
export class TemplateSyntaxError extends Error {}

/** A template that can't be rendered: the session fails with the code, the process goes on. */
export class TemplateError extends Error {
  readonly code: string = "template-failed";
}

/** A template over its budget while rendering. */
export class TemplateLimitError extends TemplateError {
  override readonly code = "limit-template";
}

export type Template = { source: string; mode: RenderMode } & (
  | { kind: "plain"; segments: readonly Segment[] }
  | { kind: "liquid"; nodes: LiquidNode[] }
);
type Segment = { text: string } | { path: string; keys: readonly string[] };

const PLAIN_OUTPUT = /^\s*([A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*)\s*$/;
/** Paths that mean something else to Liquid. */
const LIQUID_WORDS = /^(true|false|nil|null|empty|blank)$|\.(size|length|first|last)(\.|$)/;

/** Segments of a template made of text and plain paths only; null when it needs Liquid. */
function plainSegments(source: string): Segment[] | null {
  if (source.includes("{%") || source.includes("{{-") || source.includes("-}}")) return null;
  const segments: Segment[] = [];
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf("{{", at);
    if (open === -1) break;
    const close = source.indexOf("}}", open);
    const path = close === -1 ? null : PLAIN_OUTPUT.exec(source.slice(open + 2, close));
    if (!path?.[1] || LIQUID_WORDS.test(path[1])) return null;
    if (open > at) segments.push({ text: source.slice(at, open) });
    segments.push({ path: path[1], keys: path[1].split(".") });
    at = close + 2;
  }
  if (at < source.length) segments.push({ text: source.slice(at) });
  return segments;
}

/**
 * @param mode where the output goes: values filled in are escaped for a URL or for a JSON string
 * @throws TemplateSyntaxError with Liquid's message, which names line and column
 */
export function compileTemplate(source: string, mode: RenderMode = "text"): Template {
  const segments = plainSegments(source);
  if (segments) return { kind: "plain", source, mode, segments };
  try {
    return { kind: "liquid", source, mode, nodes: parseLiquid(source, mode) };
  } catch (error) {
    throw new TemplateSyntaxError(error instanceof Error ? error.message : String(error));
  }
}

/** The template of an optional field; null when the field is absent or empty. */
export function compileOptional(source: string | undefined, mode: RenderMode = "text"): Template | null {
  return source ? compileTemplate(source, mode) : null;
}

/** @throws TemplateError when it can't be rendered, TemplateLimitError when output or work are over their limit */
export function renderTemplate(template: Template, env: Environment): string {
  const text =
    template.kind === "plain"
      ? renderPlain(template.segments, template.mode, env)
      : renderNodes(template, env);
  if (text.length > MAX_TEMPLATE_CHARS) {
    throw new TemplateLimitError(`a text grew over ${MAX_TEMPLATE_CHARS} characters`);
  }
  return text;
}

function renderPlain(segments: readonly Segment[], mode: RenderMode, env: Environment): string {
  const print = PRINTERS[mode];
  let text = "";
  for (const segment of segments)
    text += "text" in segment ? segment.text : print(readKeys(env, segment.keys));
  return text;
}

function renderNodes(template: Extract<Template, { kind: "liquid" }>, env: Environment): string {
  try {
    return renderLiquid(template.nodes, env, template.mode);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw error instanceof BudgetError ? new TemplateLimitError(message) : new TemplateError(message);
  }
}

/** The path of a template that is one variable and nothing else (`{{ lista }}`); null for any other. */
export function lonePath(template: Template): string | null {
  if (template.kind !== "plain" || template.segments.length !== 1) return null;
  const [segment] = template.segments;
  return segment && "path" in segment ? segment.path : null;
}

/** Paths of the variables a template reads, once each. */
export function templatePaths(template: Template): string[] {
  if (template.kind === "liquid") return [...new Set(liquidPaths(template.nodes))];
  return [...new Set(template.segments.flatMap((segment) => ("path" in segment ? [segment.path] : [])))];
}
