/** Asks the server to call an HTTP API, waits for the answer, and keeps parts of it. */
import { isHttpUrl } from "../../content/urls.ts";
import type { EngineTask } from "../../effects/schema.ts";
import { compileOptional, compileTemplate, type Template } from "../../expressions/templates.ts";
import type { TaskResult } from "../../inputs/schema.ts";
import { readPath } from "../../step/environment.ts";
import { defineNode, go, NEXT_PORT, type Outcome, type Ref, type Scope } from "../define-node.ts";
import { templateReads } from "../template-fields.ts";
import { checkHttpRequest } from "./check.ts";
import { type HttpRequestData, httpRequestSchema } from "./schema.ts";

interface Prepared {
  url: Template;
  headers: { name: string; value: Template }[];
  body: Template | null;
}

/** Characters that would end a header or hide in one. */
const CONTROL = /\p{Cc}+/gu;

function taskOf(scope: Scope<HttpRequestData, Prepared>, url: string): EngineTask {
  const { method, secret, timeoutSeconds, retries } = scope.data;
  const { body } = scope.prepared;
  return {
    kind: "http-request",
    method,
    url,
    headers: headersOf(scope),
    ...(body ? { body: scope.render(body) } : {}),
    ...(secret ? { secret } : {}),
    timeoutMs: timeoutSeconds * 1_000,
    retries,
  };
}

function headersOf(scope: Scope<HttpRequestData, Prepared>): Record<string, string> {
  const { headers, body } = scope.prepared;
  const rendered = headers.map(({ name, value }): [string, string] => [
    name,
    scope.render(value).replace(CONTROL, " ").trim(),
  ]);
  const typed = rendered.some(([name]) => name.toLowerCase() === "content-type");
  return Object.fromEntries(body && !typed ? [...rendered, ["Content-Type", "application/json"]] : rendered);
}

function keep(scope: Scope<HttpRequestData, Prepared>, result: Extract<TaskResult, { ok: true }>): Outcome {
  for (const { path, name } of scope.data.save) {
    const value = path === "" ? result.body : readPath(result.body, path);
    scope.set(name, value ?? null);
  }
  return go();
}

/** By `error` when it leads somewhere; otherwise the session fails. */
function giveUp(scope: Scope, code: string, message: string): Outcome {
  if (!scope.connected("error")) return { kind: "fail", code, message };
  scope.record({ type: "error", nodeId: scope.nodeId, code, message });
  scope.set("error_code", code);
  scope.set("error_message", message);
  return go("error");
}

function refs(data: HttpRequestData): Ref[] {
  const sets = [...data.save.map(({ name }) => name), data.saveStatusAs ?? "", "error_code", "error_message"];
  return [
    ...templateReads([data.url, ...data.headers.map(({ value }) => value), data.body]),
    ...sets.filter((name) => name !== "").map((name) => ({ kind: "sets" as const, name })),
    ...(data.secret ? [{ kind: "secret" as const, name: data.secret }] : []),
  ];
}

export const httpRequestNode = defineNode({
  type: "http-request",
  version: 1,
  schema: httpRequestSchema,
  defaults: { method: "GET", url: "", headers: [], timeoutSeconds: 10, retries: 1, save: [] },
  ports: () => [NEXT_PORT, { id: "error", label: "Failed", optional: true }],
  prepare: (data): Prepared => ({
    url: compileTemplate(data.url, "url"),
    headers: data.headers.map(({ name, value }) => ({ name, value: compileTemplate(value) })),
    body: compileOptional(data.body, "json"),
  }),
  enter(scope) {
    const url = scope.render(scope.prepared.url).trim();
    if (!isHttpUrl(url)) return giveUp(scope, "url-invalid", "the address is not a web address");
    return { kind: "wait", for: "task", task: taskOf(scope, url) };
  },
  resume(scope, input) {
    if (input.type !== "task-result") return { kind: "ignore", reason: "waits-for-result" };
    const { result } = input;
    const { saveStatusAs } = scope.data;
    if (saveStatusAs) scope.set(saveStatusAs, result.status ?? null);
    return result.ok ? keep(scope, result) : giveUp(scope, result.code, result.message);
  },
  refs,
  check: checkHttpRequest,
});
