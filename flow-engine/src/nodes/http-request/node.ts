/** Asks the server to call an HTTP API, waits for the answer, and keeps parts of it. */
import { isHttpUrl } from "../../content/urls.ts";
import type { EngineTask } from "../../effects/task.ts";
import { compileOptional, compileTemplate, type Template } from "../../expressions/templates.ts";
import { defineNode, go, NEXT_PORT, type Outcome, type Ref, type Scope } from "../define-node.ts";
import { defaultValueText, errorPorts, errorRefs, giveUp, prepareDefault } from "../error-policy.ts";
import { keepParts, savedPartRefs } from "../saved-parts.ts";
import { type TextField, topText } from "../text-field.ts";
import { checkHttpRequest } from "./check.ts";
import { type HttpRequestData, httpRequestSchema } from "./schema.ts";

interface Named {
  name: string;
  value: Template;
}
interface Prepared {
  url: Template;
  headers: Named[];
  body: Template | null;
  form: Named[];
  defaultValue: Template | null;
}
type HttpScope = Scope<HttpRequestData, Prepared>;

/** Characters that would end a header or hide in one. */
const CONTROL = /\p{Cc}+/gu;

const CONTENT_TYPES = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  text: "text/plain; charset=utf-8",
} as const;

function taskOf(scope: HttpScope, url: string): EngineTask {
  const { method, auth, timeoutSeconds, retries } = scope.data;
  const body = bodyOf(scope);
  return {
    kind: "http-request",
    method,
    url,
    headers: headersOf(scope, body !== null),
    ...(body === null ? {} : { body }),
    ...(auth ? { auth } : {}),
    timeoutMs: timeoutSeconds * 1_000,
    retries,
  };
}

function bodyOf(scope: HttpScope): string | null {
  const { body, form } = scope.prepared;
  if (scope.data.bodyKind !== "form") return body ? scope.render(body) : null;
  if (form.length === 0) return null;
  return form.map(({ name, value }) => `${encodeURIComponent(name)}=${scope.render(value)}`).join("&");
}

function headersOf(scope: HttpScope, hasBody: boolean): Record<string, string> {
  const rendered = scope.prepared.headers.map(({ name, value }): [string, string] => [
    name,
    scope.render(value).replace(CONTROL, " ").trim(),
  ]);
  const typed = rendered.some(([name]) => name.toLowerCase() === "content-type");
  if (hasBody && !typed) rendered.push(["Content-Type", CONTENT_TYPES[scope.data.bodyKind]]);
  return Object.fromEntries(rendered);
}

function fail(scope: HttpScope, code: string, message: string): Outcome {
  const saves = scope.data.save.map(({ name }) => name);
  return giveUp(scope, { code, message }, saves, scope.prepared.defaultValue);
}

function texts(data: HttpRequestData): TextField[] {
  const pair =
    (list: "headers" | "form", what: string) => (item: { name: string; value: string }, at: number) => {
      const path = [list, at, "value"];
      const label = `the ${what} ${item.name}`;
      return { key: path.join("."), path, label, source: item.value, reader: "machine" } as const;
    };
  return [
    topText(data, "url", "the address", { reader: "machine" }),
    ...data.headers.map(pair("headers", "header")),
    topText(data, "body", "the body", { reader: "machine" }),
    ...data.form.map(pair("form", "field")),
    defaultValueText(data),
  ];
}

function refs(data: HttpRequestData): Ref[] {
  const { save, saveStatusAs, auth } = data;
  return [
    ...savedPartRefs(save),
    ...(saveStatusAs ? [{ kind: "sets" as const, name: saveStatusAs, maxLength: 3 }] : []),
    ...errorRefs(data),
    ...(auth ? [{ kind: "secret" as const, name: auth.secret }] : []),
  ];
}

const prepareNamed = (list: readonly { name: string; value: string }[], mode: "text" | "url"): Named[] =>
  list.map(({ name, value }) => ({ name, value: compileTemplate(value, mode) }));

export const httpRequestNode = defineNode({
  type: "http-request",
  group: "act",
  summary: "Calls an HTTP API, waits for the answer and keeps parts of it.",
  version: 2,
  schema: httpRequestSchema,
  defaults: {
    method: "GET",
    url: "",
    headers: [],
    bodyKind: "json",
    form: [],
    save: [],
    timeoutSeconds: 10,
    retries: 1,
    onError: "branch",
    defaultValue: "",
  },
  ports: (data) => [NEXT_PORT, ...errorPorts(data)],
  prepare: (data): Prepared => ({
    url: compileTemplate(data.url, "url"),
    headers: prepareNamed(data.headers, "text"),
    body: compileOptional(data.body, data.bodyKind === "json" ? "json" : "text"),
    form: prepareNamed(data.form, "url"),
    defaultValue: prepareDefault(data),
  }),
  enter(scope) {
    const url = scope.render(scope.prepared.url).trim();
    if (!isHttpUrl(url)) return fail(scope, "url-invalid", "the address is not a web address");
    return { kind: "wait", for: "task", task: taskOf(scope, url) };
  },
  resume(scope, input) {
    if (input.type !== "task-result") return { kind: "ignore", reason: "waits-for-result" };
    const { result } = input;
    const { saveStatusAs } = scope.data;
    if (saveStatusAs) scope.set(saveStatusAs, result.status ?? null);
    if (!result.ok) return fail(scope, result.code, result.message);
    keepParts(scope, result.body, scope.data.save);
    return go();
  },
  texts,
  refs,
  check: checkHttpRequest,
});
