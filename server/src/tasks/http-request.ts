/** Performs an `http-request` task. */
import type { HttpAuth, TaskOf, TaskResult } from "@hilo/flow-engine";
import { fetchWithRetries } from "./fetch-task.ts";
import { type PerformerParts, secretMissing } from "./performer.ts";

export async function performHttpRequest(
  { guarded, secret }: PerformerParts,
  task: TaskOf<"http-request">,
): Promise<TaskResult> {
  const { method, url, body, timeoutMs, retries } = task;
  const headers: Record<string, string> = { accept: "application/json", ...lowerCase(task.headers) };
  if (body !== undefined && headers["content-type"] === undefined)
    headers["content-type"] = "application/json";
  if (task.auth !== undefined) {
    const value = await secret(task.auth.secret);
    if (value === null) return secretMissing(task.auth.secret);
    Object.assign(headers, credentials(task.auth, value));
  }
  const request = { method, url, headers, timeoutMs, ...(body === undefined ? {} : { body }) };
  return fetchWithRetries(guarded, request, retries);
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
