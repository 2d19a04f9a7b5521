/** Liquid made safe for flows: no clock, no chance, no files, no code from values, and a budget counted in steps. */
import { Context, Liquid, type Template as LiquidNode } from "liquidjs";
import type { Environment } from "../step/environment.ts";
import { formatDate } from "./format-date.ts";
import { PRINTERS, type RenderMode, sortedJson } from "./print.ts";

/** Liquid's nodes rendered by one template: several hundred loop rounds, far under a millisecond each. */
const MAX_RENDERED_NODES = 10_000;
/** Characters and items allocated while rendering one template. */
const MAX_ALLOCATED = 200_000;
/** Tags in one template: deeper nesting than this would be a tower for the stack. */
const MAX_TAGS = 200;
/** Filters in one output: each is a call inside another. */
const MAX_PIPES = 1_000;

const TAGS = new Set(
  "# assign break capture case comment continue cycle echo for if liquid raw unless".split(" "),
);

/**
 * What may be used. Left out: `sample` (chance), `*_exp` (would run text as expressions), `sha256`, `hmac_sha256`
 * (asynchronous in browsers), `sort_natural` (orders by the machine's locale), HTML helpers. `date` and `json` are ours.
 */
export const TEMPLATE_FILTERS: ReadonlySet<string> = new Set(
  `abs append at_least at_most base64_decode base64_encode capitalize ceil compact concat default divided_by downcase
   escape find find_index first floor group_by has inspect join json jsonify last lstrip map minus modulo newline_to_br
   normalize_whitespace number_of_words plus pop prepend push raw reject remove remove_first remove_last replace
   replace_first replace_last reverse round rstrip shift size slice slugify sort split squish strip strip_html
   strip_newlines sum times to_integer truncate truncatewords uniq unshift upcase uri_escape url_decode url_encode where
   array_to_sentence_string`.split(/\s+/),
);

/** A template over its budget. */
export class BudgetError extends Error {}

function createLiquid(mode: RenderMode): Liquid {
  const liquid = new Liquid({
    ownPropertyOnly: true,
    strictFilters: true,
    outputEscape: PRINTERS[mode],
    locale: "en-US",
    timezoneOffset: "UTC",
  });
  for (const name of Object.keys(liquid.tags)) if (!TAGS.has(name)) delete liquid.tags[name];
  for (const name of Object.keys(liquid.filters))
    if (!TEMPLATE_FILTERS.has(name)) delete liquid.filters[name];
  liquid.registerFilter("date", function (value: unknown, format: unknown, zone: unknown) {
    return formatDate(value, format, zone, this.context.environments);
  });
  for (const name of ["json", "jsonify"]) {
    liquid.registerFilter(name, function (value: unknown) {
      const json = sortedJson(value);
      this.context.memoryLimit.use(json.length);
      return json;
    });
  }
  return liquid;
}

const engines: Readonly<Record<RenderMode, Liquid>> = {
  text: createLiquid("text"),
  url: createLiquid("url"),
  json: createLiquid("json"),
};

/** @throws Error with Liquid's reason, which names line and column */
export function parseLiquid(source: string, mode: RenderMode): LiquidNode[] {
  if (count(source, "{%") > MAX_TAGS) throw new Error(`more than ${MAX_TAGS} tags in one text`);
  if (count(source, "|") > MAX_PIPES) throw new Error(`more than ${MAX_PIPES} filters in one text`);
  return engines[mode].parse(source);
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** @throws BudgetError over the budget, or Liquid's error for a filter that can't work on its value */
export function renderLiquid(nodes: LiquidNode[], env: Environment, mode: RenderMode): string {
  const liquid = engines[mode];
  const context = new Context(env, liquid.options, { sync: true }, { liquid });
  // Liquid checks a wall clock for each node and counts allocations; both become plain counters here.
  const visit = counter(MAX_RENDERED_NODES, "a text does too much work");
  // Without its argument, which is the time: a text must not fail because a process has been up for long.
  context.renderLimit.check = () => visit();
  const allocate = counter(MAX_ALLOCATED, "a text builds too much");
  context.memoryLimit.use = (size) => allocate(size);
  try {
    return String(liquid.renderSync(nodes, context));
  } catch (error) {
    throw budgetErrorIn(error) ?? error;
  }
}

function counter(limit: number, message: string): (size?: number) => void {
  let used = 0;
  let calls = 0;
  return (size) => {
    calls += 1;
    // Not a number or negative (a range that runs backwards) must not give budget back.
    used += size !== undefined && size > 0 ? size : 0;
    if (calls > limit || used > limit) throw new BudgetError(message);
  };
}

/** Liquid wraps what is thrown inside a filter or a tag. */
function budgetErrorIn(error: unknown): BudgetError | null {
  for (let at: unknown = error; at instanceof Error; at = Reflect.get(at, "originalError")) {
    if (at instanceof BudgetError) return at;
    if (at instanceof RangeError) return new BudgetError("a text is nested too deeply");
  }
  return null;
}

/** Paths of the variables a parsed template reads, `items.0.name`; what it assigns itself is left out. */
export function liquidPaths(nodes: LiquidNode[]): string[] {
  const paths = engines.text.globalVariableSegmentsSync(nodes);
  // A computed key (`a[b]`) ends what is known of the path; `b` is listed by itself.
  return paths.map((path) =>
    path
      .slice(0, path.findIndex(Array.isArray) + 1 || undefined)
      .filter((key) => !Array.isArray(key))
      .join("."),
  );
}
