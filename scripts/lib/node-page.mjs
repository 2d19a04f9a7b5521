// The reference page of a node type, as Markdown, from what the type itself says: its schema, its ports, its golden
// cases, and how what it says appears on each channel.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { at } from "./paths.mjs";

const PLATFORMS = { whatsapp: "WhatsApp", instagram: "Instagram", messenger: "Messenger" };
const GROUPS = {
  start: "Begin",
  say: "Say something",
  ask: "Ask",
  logic: "Decide, wait, go elsewhere",
  act: "Act",
};

/**
 * @param engine the engine's exports
 * @returns file name → Markdown
 */
export async function nodePages(engine) {
  const pages = new Map();
  for (const { type } of engine.NODE_SPECS) pages.set(`${type}.md`, await nodePage(engine, type));
  pages.set("README.md", indexPage(engine.NODE_SPECS));
  return pages;
}

function indexPage(specs) {
  const groups = Object.entries(GROUPS).map(([group, title]) => {
    const rows = specs.filter((spec) => spec.group === group);
    return [
      `## ${title}`,
      "",
      ...rows.map(({ type, summary }) => `- [\`${type}\`](${type}.md): ${summary}`),
    ].join("\n");
  });
  const intro =
    'Every step a flow can have. A node in a flow\'s JSON is `{ "id", "type", "data" }`; what `data` holds is on each page.';
  return page(["# Node types", intro, ...groups]);
}

async function nodePage(engine, type) {
  const spec = engine.nodeSpec(type);
  const folder = at("flow-engine", "src", "nodes", type);
  const source = await readFile(path.join(folder, "schema.ts"), "utf8");
  const cases = JSON.parse(await readFile(path.join(folder, "cases.json"), "utf8"));
  return page([
    `# \`${type}\``,
    spec.summary,
    ...exampleParts(source),
    ...fieldParts(engine.nodeDataJsonSchema(type)),
    ...portParts(spec, cases),
    ...channelParts(spec, engine),
    "## What it does",
    `Each line is a test (\`flow-engine/src/nodes/${type}/cases.json\`).`,
    cases.map(({ name }) => `- ${name}`).join("\n"),
  ]);
}

const page = (parts) => `${parts.filter((part) => part !== "").join("\n\n")}\n`;
const cell = (text) => String(text).replaceAll("|", "\\|").replaceAll("\n", " ");
const table = (head, rows) =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");

/** JSON between backticks in the comment before the first import. */
function exampleParts(source) {
  const [comment = ""] = source.split("\nimport ", 1);
  const examples = [...comment.matchAll(/`(\{.*?\})`/gs)].map(([, json]) => JSON.parse(json));
  const blocks = examples.map((example) => `\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\``);
  return blocks.length === 0 ? [] : ["## Example", ...blocks];
}

function fieldParts(schema) {
  const rows = fieldRows(schema, "");
  return rows.length === 0
    ? ["## Data", "None."]
    : ["## Data", table(["Field", "Is", "What it is for"], rows)];
}

function fieldRows({ properties = {}, required = [] }, prefix) {
  const told = (field) => field.const !== undefined && prefix.includes(`: ${field.const})`);
  const fields = Object.entries(properties).filter(([, field]) => !told(field));
  return fields.flatMap(([name, field]) => {
    const label = `\`${prefix}${name}\``;
    const needed = required.includes(name) && field.default === undefined;
    const is = `${typeOf(field)}${needed ? ", required" : defaultOf(field)}`;
    return [[label, is, field.description ?? ""], ...innerRows(field, `${prefix}${name}`)];
  });
}

function innerRows(field, name) {
  if (field.type === "array") return innerRows(field.items ?? {}, `${name}[]`);
  const choices = field.anyOf ?? field.oneOf;
  if (choices) return choices.flatMap((choice) => innerRows(choice, `${name}${caseOf(choice)}`));
  return field.properties ? fieldRows(field, `${name}.`) : [];
}

/** Which of several shapes it is, by the field that tells them apart: `(kind: team)`. */
function caseOf({ properties = {} }) {
  const [told] = Object.entries(properties).filter(([, field]) => field.const !== undefined);
  return told ? ` (${told[0]}: ${told[1].const})` : "";
}

function typeOf(field) {
  const choices = field.anyOf ?? field.oneOf;
  if (field.enum) return field.enum.map((value) => `\`${value}\``).join(", ");
  if (field.const !== undefined) return `\`${field.const}\``;
  if (choices) return [...new Set(choices.map(typeOf))].join(" or ");
  if (field.type === "array") return `list of ${typeOf(field.items ?? {})}`;
  const most = field.maxLength ? `, ${field.maxLength} characters at most` : "";
  return `${field.type ?? "anything"}${most}${rangeOf(field)}`;
}

function rangeOf({ type, minimum, maximum }) {
  if (type !== "number" && type !== "integer") return "";
  const bounds = [minimum, maximum].map((bound) =>
    Math.abs(bound ?? Infinity) >= Number.MAX_SAFE_INTEGER ? "" : bound,
  );
  return bounds.every((bound) => bound === "") ? "" : `, ${bounds[0]}–${bounds[1]}`;
}

function defaultOf({ default: value }) {
  const empty =
    value === undefined || value === "" || (typeof value === "object" && Object.keys(value).length === 0);
  return empty ? "" : `, \`${JSON.stringify(value)}\` unless given`;
}

/** Ports of the cases' data: those of the defaults alone would leave out what options add. */
function portParts(spec, cases) {
  const ports = new Map();
  for (const { data } of cases) {
    const options = optionIds(data);
    for (const port of spec.ports(spec.schema.parse(data)))
      if (!options.has(port.id)) ports.set(port.id, port);
  }
  const perOption = cases.some(({ data }) =>
    spec.ports(spec.schema.parse(data)).some(({ id }) => optionIds(data).has(id)),
  );
  const rows = [...ports.values()].map(({ id, label, optional }) => [
    `\`${id}\``,
    label,
    optional ? "may stay open" : "",
  ]);
  if (perOption) rows.unshift(["the id of each option", "What was chosen", ""]);
  return rows.length === 0
    ? ["## Ways out", "None: the flow ends here."]
    : ["## Ways out", table(["Port", "Taken when", ""], rows)];
}

/** Ids of options, rows, cases, variants: anything with an id below the data. */
function optionIds(data) {
  const ids = new Set();
  const look = (value) => {
    if (Array.isArray(value)) for (const item of value) look(item);
    else if (typeof value === "object" && value !== null) {
      if (typeof value.id === "string") ids.add(value.id);
      for (const item of Object.values(value)) look(item);
    }
  };
  look(data);
  return ids;
}

function channelParts(spec, { RENDERINGS, renderingWords }) {
  if (!spec.says?.length) return [];
  const rows = spec.says.flatMap((content) =>
    Object.entries(PLATFORMS).map(([platform, title]) => [
      `\`${content}\``,
      title,
      RENDERINGS[content][platform].map(renderingWords).join("; else "),
    ]),
  );
  return ["## On each channel", table(["Content", "Channel", "Shown as"], rows)];
}
