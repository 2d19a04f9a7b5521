/** Performs an `http-request` task: retries what is worth it, reads JSON, says in plain words what went wrong. */
import type { HttpAuth, TaskOf, TaskResult } from "@hilo/flow-engine";
import { AddressRefused, type GuardedAnswer, type GuardedFetch } from "../net/guarded-fetch.ts";

type HttpTask = TaskOf<"http-request">;

/** Pause before a further try, times the number of tries so far. */
const RETRY_PAUSE_MS = 500;

export async function performHttpRequest(
  guarded: GuardedFetch,
  task: HttpTask,
  secret: (name: string) => Promise<string | null>,
): Promise<TaskResult> {
  const headers: Record<string, string> = { accept: "application/json", ...lowerCase(task.headers) };
  if (task.body !== undefined && headers["content-type"] === undefined)
    headers["content-type"] = "application/json";
  if (task.auth !== undefined) {
    const value = await secret(task.auth.secret);
    if (value === null) {
      const message = `there is no stored secret called ${task.auth.secret}`;
      return { ok: false, code: "secret-missing", message };
    }
    Object.assign(headers, credentials(task.auth, value));
  }
  for (let tries = 1; ; tries++) {
    const result = await once(guarded, task, headers);
    if (result.ok || tries > task.retries || !worthRetrying(result)) return result;
    await new Promise((resolve) => setTimeout(resolve, RETRY_PAUSE_MS * tries));
  }
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

const worthRetrying = (result: { code: string; status?: number | undefined }): boolean =>
  result.code === "network" || result.status === 429 || (result.status ?? 0) >= 500;

async function once(
  guarded: GuardedFetch,
  task: HttpTask,
  headers: Record<string, string>,
): Promise<TaskResult> {
  const { method, url, body, timeoutMs } = task;
  try {
    return read(
      await guarded.fetch({ method, url, headers, timeoutMs, ...(body === undefined ? {} : { body }) }),
    );
  } catch (error) {
    const cause = refused(error);
    if (cause) return { ok: false, code: "address-refused", message: cause.message };
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof TypeError) return { ok: false, code: "bad-request", message };
    const timedOut = error instanceof Error && error.name === "TimeoutError";
    return timedOut
      ? { ok: false, code: "timeout", message: `no answer in ${timeoutMs / 1000} s` }
      : { ok: false, code: "network", message };
  }
}

function refused(error: unknown): AddressRefused | null {
  if (error instanceof AddressRefused) return error;
  const cause: unknown = error instanceof Error ? error.cause : null;
  return cause instanceof AddressRefused ? cause : null;
}

function read(answer: GuardedAnswer): TaskResult {
  const { status } = answer;
  const body = parse(answer);
  if (body === undefined)
    return { ok: false, code: "bad-json", message: "the answer says it is JSON and is not", status };
  if (status >= 200 && status < 300) return { ok: true, status, body };
  return { ok: false, code: "http-status", message: `the server answered ${status}`, status, body };
}

/** JSON when it is JSON, else the text; undefined when it claims to be JSON and is not. */
function parse(answer: GuardedAnswer): unknown {
  if (answer.text === "") return null;
  try {
    return JSON.parse(answer.text);
  } catch {
    return answer.contentType.includes("json") ? undefined : answer.text;
  }
}
