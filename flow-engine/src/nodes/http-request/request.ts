/** The request that a step's data means, once its texts are filled in. */
import { isHttpUrl } from "../../content/urls.ts";
import type { TaskOf } from "../../effects/task.ts";
import {
  compileOptional,
  compileTemplate,
  renderTemplate,
  type Template,
  TemplateError,
  TemplateSyntaxError,
  templatePaths,
} from "../../expressions/templates.ts";
import type { Environment } from "../../step/environment.ts";
import type { HttpRequestData } from "./schema.ts";

interface Named {
  name: string;
  value: Template;
}
export interface PreparedRequest {
  url: Template;
  headers: Named[];
  body: Template | null;
  form: Named[];
}
type HttpTask = TaskOf<"http-request">;
type Render = (template: Template) => string;

/** Characters that would end a header or hide in one. */
const CONTROL = /\p{Cc}+/gu;

const CONTENT_TYPES = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  text: "text/plain; charset=utf-8",
} as const;

/** @throws TemplateSyntaxError for a text that can't be read */
export function prepareRequest(data: HttpRequestData): PreparedRequest {
  return {
    url: compileTemplate(data.url, "url"),
    headers: prepareNamed(data.headers, "text"),
    body: compileOptional(data.body, data.bodyKind === "json" ? "json" : "text"),
    form: prepareNamed(data.form, "url"),
  };
}

const prepareNamed = (list: readonly { name: string; value: string }[], mode: "text" | "url"): Named[] =>
  list.map(({ name, value }) => ({ name, value: compileTemplate(value, mode) }));

/** A request, or why it can't be sent. */
export type BuiltRequest = { task: HttpTask } | { problem: string };

export function requestTask(data: HttpRequestData, prepared: PreparedRequest, render: Render): BuiltRequest {
  const { method, auth, timeoutSeconds, retries } = data;
  const url = render(prepared.url).trim();
  if (!isHttpUrl(url)) return { problem: "the address is not a web address" };
  const body = bodyOf(data, prepared, render);
  const task: HttpTask = {
    kind: "http-request",
    method,
    url,
    headers: headersOf(data, prepared, render, body !== null),
    ...(body === null ? {} : { body }),
    ...(auth ? { auth } : {}),
    timeoutMs: timeoutSeconds * 1_000,
    retries,
  };
  return { task };
}

function bodyOf({ bodyKind }: HttpRequestData, { body, form }: PreparedRequest, render: Render) {
  if (bodyKind !== "form") return body ? render(body) : null;
  if (form.length === 0) return null;
  return form.map(({ name, value }) => `${encodeURIComponent(name)}=${render(value)}`).join("&");
}

function headersOf(data: HttpRequestData, { headers }: PreparedRequest, render: Render, hasBody: boolean) {
  const rendered = headers.map(({ name, value }): [string, string] => [
    name,
    render(value).replace(CONTROL, " ").trim(),
  ]);
  const typed = rendered.some(([name]) => name.toLowerCase() === "content-type");
  if (hasBody && !typed) rendered.push(["Content-Type", CONTENT_TYPES[data.bodyKind]]);
  return Object.fromEntries(rendered);
}

/** The request as it would be sent with these values. */
export function exampleRequest(data: HttpRequestData, env: Environment): BuiltRequest {
  try {
    return requestTask(data, prepareRequest(data), (template) => renderTemplate(template, env));
  } catch (error) {
    if (error instanceof TemplateSyntaxError || error instanceof TemplateError)
      return { problem: error.message };
    throw error;
  }
}

/** Paths of what the request is filled in with, once each; none while a text can't be read. */
export function requestPaths(data: HttpRequestData): string[] {
  try {
    const { url, headers, body, form } = prepareRequest(data);
    const sent = data.bodyKind === "form" ? form.map(({ value }) => value) : body ? [body] : [];
    const texts = [url, ...headers.map(({ value }) => value), ...sent];
    return [...new Set(texts.flatMap(templatePaths))];
  } catch (error) {
    if (error instanceof TemplateSyntaxError) return [];
    throw error;
  }
}
