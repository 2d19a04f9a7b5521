/** One call of a task to somebody else's server, tried again where that is worth it, with plain words for what went wrong. */
import type { TaskResult } from "@hilo/flow-engine";
import {
  AddressRefused,
  type GuardedAnswer,
  type GuardedFetch,
  type GuardedRequest,
} from "../net/guarded-fetch.ts";

/** Pause before a further try, times the number of tries so far. */
const RETRY_PAUSE_MS = 500;

/**
 * @param retries further tries after a network error, 429 or 5xx
 * @returns the answer's JSON, or its text; a failure has a code and a sentence, and the body if there was one
 */
export async function fetchWithRetries(
  guarded: GuardedFetch,
  request: GuardedRequest,
  retries: number,
): Promise<TaskResult> {
  for (let tries = 1; ; tries++) {
    const { result } = await fetchOnce(guarded, request);
    if (result.ok || tries > retries || !worthRetrying(result)) return result;
    await new Promise((resolve) => setTimeout(resolve, RETRY_PAUSE_MS * tries));
  }
}

const worthRetrying = (result: { code: string; status?: number | undefined }): boolean =>
  result.code === "network" || result.status === 429 || (result.status ?? 0) >= 500;

/** One try. @returns what a flow is told of it, and the answer itself when there was one */
export async function fetchOnce(
  guarded: GuardedFetch,
  request: GuardedRequest,
): Promise<{ result: TaskResult; answer: GuardedAnswer | null }> {
  try {
    const answer = await guarded.fetch(request);
    return { result: read(answer), answer };
  } catch (error) {
    return { result: failureOf(error, request), answer: null };
  }
}

function failureOf(error: unknown, { timeoutMs }: GuardedRequest): TaskResult {
  const cause = refused(error);
  if (cause) return { ok: false, code: "address-refused", message: cause.message };
  const message = inWords(error);
  if (error instanceof TypeError) return { ok: false, code: "bad-request", message };
  const timedOut = error instanceof Error && error.name === "TimeoutError";
  return timedOut
    ? { ok: false, code: "timeout", message: `no answer in ${timeoutMs / 1000} s` }
    : { ok: false, code: "network", message };
}

/** What the network says of itself, for people who don't speak it; the code stays for those who do. */
const NETWORK_WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: "no server has that name",
  EAI_AGAIN: "the name could not be looked up now",
  ECONNREFUSED: "nothing answers at that address",
  ECONNRESET: "the server broke the connection off",
  EPIPE: "the server broke the connection off",
  UND_ERR_SOCKET: "the server broke the connection off",
  ETIMEDOUT: "the server could not be reached in time",
  UND_ERR_CONNECT_TIMEOUT: "the server could not be reached in time",
  EHOSTUNREACH: "there is no way to that server",
  ENETUNREACH: "there is no way to that server",
};

function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = codeOf(error) ?? codeOf(error.cause) ?? "";
  const words = NETWORK_WORDS[code];
  return words === undefined ? error.message : `${words} (${code})`;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
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
