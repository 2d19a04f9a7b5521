/** The API described for people: one page of plain HTML out of the OpenAPI document, without a script. Pure. */
import type { OpenApiDocument } from "./open-api.ts";

type PathItem = NonNullable<NonNullable<OpenApiDocument["paths"]>[string]>;
type Operation = NonNullable<PathItem["get"]>;

interface Route {
  method: string;
  path: string;
  operation: Operation;
}

const METHODS = ["get", "post", "put", "patch", "delete"] as const;

export const DOCS_STYLE = `
:root{color-scheme:light dark;--fg:#1b1917;--bg:#faf8f5;--mute:#6b645c;--line:#ddd6cc;--code:#f0ebe3;--accent:#0f766e}
@media(prefers-color-scheme:dark){:root{--fg:#ece7e1;--bg:#1b1917;--mute:#a39a8f;--line:#3a3530;--code:#262320;--accent:#5eead4}}
body{font:16px/1.55 system-ui,sans-serif;color:var(--fg);background:var(--bg);margin:0 auto;padding:2rem 1.25rem 6rem;max-width:58rem}
a{color:var(--accent)}h1{font-size:1.8rem;margin:0}h2{margin:3rem 0 .5rem;border-bottom:1px solid var(--line);padding-bottom:.3rem}
nav{display:flex;flex-wrap:wrap;gap:.35rem 1rem;margin:1.25rem 0}p{margin:.6rem 0}
details{border:1px solid var(--line);border-radius:8px;margin:.5rem 0}summary{cursor:pointer;padding:.55rem .8rem;display:flex;gap:.8rem;align-items:baseline}
summary::marker{content:""}summary:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:8px}
.m{font:600 .78rem ui-monospace,monospace;min-width:4.2rem;color:var(--accent)}code,pre{font:.86rem/1.5 ui-monospace,monospace}
.b{padding:0 .8rem .8rem}h3{font-size:.85rem;color:var(--mute);margin:.9rem 0 .3rem}pre{background:var(--code);padding:.7rem .9rem;border-radius:6px;overflow-x:auto;margin:0}
table{border-collapse:collapse;width:100%;font-size:.92rem}td{border-top:1px solid var(--line);padding:.35rem .6rem .35rem 0;vertical-align:top}td:first-child{white-space:nowrap}
`;

/** @param host where this server is reached, for the example */
export function docsPage(document: OpenApiDocument, host: string): string {
  const groups = groupByTag(document);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Hilo API</title><style>${DOCS_STYLE}</style></head><body>
<h1>Hilo API</h1><p>${text(document.info.description ?? "")}</p>
<p>Send an API key with each request. Make one with <code>npx hilo api-key create</code>, or on the settings page.</p>
<pre>curl ${text(host)}/api/v1/me -H "Authorization: Bearer hilo_…"</pre>
<p>For machines: <a href="/api/v1/openapi.json">OpenAPI 3.1</a> and the <a href="/api/v1/flow.schema.json">JSON Schema of a flow</a>.</p>
<nav>${[...groups.keys()].map((tag) => `<a href="#${slug(tag)}">${text(tag)}</a>`).join("")}</nav>
${[...groups].map(([tag, routes]) => section(tag, routes)).join("\n")}
</body></html>`;
}

function groupByTag(document: OpenApiDocument): Map<string, Route[]> {
  const groups = new Map<string, Route[]>();
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of METHODS) {
      const operation = item?.[method];
      if (!operation) continue;
      const tag = operation.tags?.[0] ?? "Other";
      groups.set(tag, [...(groups.get(tag) ?? []), { method, path, operation }]);
    }
  }
  return groups;
}

function section(tag: string, routes: readonly Route[]): string {
  return `<h2 id="${slug(tag)}">${text(tag)}</h2>${routes.map(route).join("")}`;
}

function route({ method, path, operation }: Route): string {
  const parts = [parameters(operation), body("Request body", operation.requestBody), ...answers(operation)];
  return `<details><summary><span class="m">${method.toUpperCase()}</span><code>${text(`/api/v1${path}`)}</code></summary>
<div class="b">${parts.join("")}</div></details>`;
}

function parameters(operation: Operation): string {
  const rows = (operation.parameters ?? []).flatMap((parameter) => {
    if (!("name" in parameter)) return [];
    const need = parameter.required ? "required" : "optional";
    return [
      `<tr><td><code>${text(parameter.name)}</code></td><td>${text(parameter.in)}, ${need}</td><td><code>${text(brief(parameter.schema))}</code></td></tr>`,
    ];
  });
  return rows.length === 0 ? "" : `<h3>Parameters</h3><table>${rows.join("")}</table>`;
}

function body(title: string, content: unknown): string {
  const schema = schemaIn(content);
  return schema === undefined ? "" : `<h3>${title}</h3><pre>${text(shape(schema))}</pre>`;
}

function answers(operation: Operation): string[] {
  return Object.entries(operation.responses ?? {})
    .filter(([status]) => status !== "default")
    .map(
      ([status, answer]) =>
        body(`Answer ${status}`, answer) || `<h3>Answer ${text(status)}</h3><p>No body.</p>`,
    );
}

function schemaIn(content: unknown): unknown {
  return get(get(get(content, "content"), "application/json"), "schema");
}

/** Deep enough to see what to send; the OpenAPI document has the rest. */
const MAX_DEPTH = 5;

/** A JSON Schema as people write types. */
function shape(schema: unknown, depth = 0): string {
  const properties = get(schema, "properties");
  if (!isObject(properties) || depth >= MAX_DEPTH) return brief(schema, depth);
  const required = get(schema, "required");
  const indent = "  ".repeat(depth + 1);
  const lines = Object.entries(properties).map(([name, value]) => {
    const mark = Array.isArray(required) && required.includes(name) ? "" : "?";
    return `${indent}${name}${mark}: ${shape(value, depth + 1)}`;
  });
  return `{\n${lines.join("\n")}\n${"  ".repeat(depth)}}`;
}

function brief(schema: unknown, depth = 0): string {
  const options = get(schema, "anyOf") ?? get(schema, "oneOf");
  if (Array.isArray(options)) return options.map((option) => shape(option, depth)).join(" | ");
  const values = get(schema, "enum");
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(" | ");
  const constant = get(schema, "const");
  if (constant !== undefined) return JSON.stringify(constant);
  const type = get(schema, "type");
  if (type === "array") return `${shape(get(schema, "items"), depth)}[]`;
  const format = get(schema, "format");
  return `${typeof type === "string" ? type : "any"}${typeof format === "string" ? ` (${format})` : ""}`;
}

function get(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function slug(tag: string): string {
  return encodeURIComponent(tag.toLowerCase().replaceAll(" ", "-"));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function text(plain: string): string {
  return plain.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}
