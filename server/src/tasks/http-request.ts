/** Performs an `http-request` task. */
import type { HttpAuth, TaskOf, TaskResult } from "@hilo/flow-engine";
import type { GuardedRequest } from "../net/guarded-fetch.ts";
import { fetchWithRetries } from "./fetch-task.ts";
import { type PerformerParts, secretMissing } from "./performer.ts";

export async function performHttpRequest(
  { guarded, secret }: PerformerParts,
  task: TaskOf<"http-request">,
): Promise<TaskResult> {
  const { auth } = task;
  const value = auth ? await secret(auth.secret) : null;
  if (auth && value === null) return secretMissing(auth.secret);
  return fetchWithRetries(guarded, requestOf(task, value), task.retries);
}

/** @param secret the value of the secret that the task names; null when it names none */
export function requestOf(task: TaskOf<"http-request">, secret: string | null): GuardedRequest {
  const { method, url, body, timeoutMs, auth } = task;
  const headers: Record<string, string> = { accept: "application/json", ...lowerCase(task.headers) };
  if (body !== undefined && headers["content-type"] === undefined)
    headers["content-type"] = "application/json";
  if (auth && secret !== null) Object.assign(headers, credentials(auth, secret));
  return { method, url, headers, timeoutMs, ...(body === undefined ? {} : { body }) };
}

/** The header that shows a secret, as the flow says. */
function credentials(auth: HttpAuth, value: string): Record<string, string> {
  switch (auth.kind) {
    case "bearer":
      return { authorization: `Bearer ${value}` };
    case "basic":
      return { authorization: `Basic ${Buffer.from(value).toString("base64")}` };
    case "header":
      return { [auth.name.toLowerCase()]: value };
  }
}

function lowerCase(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
