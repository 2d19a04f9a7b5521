/** Text templates: plain `{{ path }}` as pre-cut segments, everything else as Liquid parsed once at compile time. */
import { Liquid, type Template as LiquidNode } from "liquidjs";
import { readPath, type Environment } from "../step/environment.ts";

/** Longest output of one template; WhatsApp's longest text is 4,096 characters, so this is over two messages. */
export const MAX_TEMPLATE_CHARS = 10_000;
/** Liquid's own count of characters and items it allocates while rendering one template. */
const MAX_TEMPLATE_MEMORY = 1_000_000;

/** A template that does not parse: an author's mistake, found at save. */
export class TemplateSyntaxError extends Error {}

/** A template over its budget while rendering. */
export class TemplateLimitError extends Error {
  readonly code = "limit-template";
}

export type Template =
  | { kind: "plain"; source: string; segments: readonly Segment[] }
  | { kind: "liquid"; source: string; nodes: LiquidNode[] };
type Segment = { text: string } | { path: string };

const liquid = new Liquid({
  ownPropertyOnly: true,
  strictFilters: true,
  dynamicPartials: false,
  relativeReference: false,
  memoryLimit: MAX_TEMPLATE_MEMORY,
});

const PLAIN_OUTPUT = /^\s*([A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*)\s*$/;

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
    if (!path?.[1] || path[1].endsWith(".size")) return null;
    if (open > at) segments.push({ text: source.slice(at, open) });
    segments.push({ path: path[1] });
    at = close + 2;
  }
  if (at < source.length) segments.push({ text: source.slice(at) });
  return segments;
}

/** @throws TemplateSyntaxError with Liquid's message, which names line and column */
export function compileTemplate(source: string): Template {
  const segments = plainSegments(source);
  if (segments) return { kind: "plain", source, segments };
  try {
    return { kind: "liquid", source, nodes: liquid.parse(source) };
  } catch (error) {
    throw new TemplateSyntaxError(error instanceof Error ? error.message : String(error));
  }
}

/** How a value prints: nothing for null, JSON for objects, items joined for lists. */
export function stringify(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(stringify).join(", ");
  if (typeof value === "object") return JSON.stringify(value);
  return String(value);
}

/** @throws TemplateLimitError when the output or the work is over its limit */
export function renderTemplate(template: Template, env: Environment): string {
  const text = template.kind === "plain" ? renderPlain(template.segments, env) : renderLiquid(template.nodes, env);
  if (text.length > MAX_TEMPLATE_CHARS) {
    throw new TemplateLimitError(`a text grew over ${MAX_TEMPLATE_CHARS} characters`);
  }
  return text;
}

function renderPlain(segments: readonly Segment[], env: Environment): string {
  let text = "";
  for (const segment of segments) text += "text" in segment ? segment.text : stringify(readPath(env, segment.path));
  return text;
}

function renderLiquid(nodes: LiquidNode[], env: Environment): string {
  try {
    return String(liquid.renderSync(nodes, env));
  } catch (error) {
    throw new TemplateLimitError(error instanceof Error ? error.message : String(error));
  }
}
