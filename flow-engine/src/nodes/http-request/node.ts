/** Asks the server to call an HTTP API, waits for the answer, and keeps parts of it. */
import type { Template } from "../../expressions/templates.ts";
import { defineNode, go, NEXT_PORT, type Outcome, type Ref, type Scope } from "../define-node.ts";
import { defaultValueText, errorPorts, errorRefs, giveUp, prepareDefault } from "../error-policy.ts";
import { keepParts, savedPartRefs } from "../saved-parts.ts";
import { type TextField, topText } from "../text-field.ts";
import { checkHttpRequest } from "./check.ts";
import { type PreparedRequest, prepareRequest, requestTask } from "./request.ts";
import { type HttpRequestData, httpRequestSchema } from "./schema.ts";

interface Prepared extends PreparedRequest {
  defaultValue: Template | null;
}
type HttpScope = Scope<HttpRequestData, Prepared>;

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
  prepare: (data): Prepared => ({ ...prepareRequest(data), defaultValue: prepareDefault(data) }),
  enter(scope) {
    const request = requestTask(scope.data, scope.prepared, (template) => scope.render(template));
    if ("problem" in request) return fail(scope, "url-invalid", request.problem);
    return { kind: "wait", for: "task", task: request.task };
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
