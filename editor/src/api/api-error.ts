/** What went wrong with a request, in the one shape that pages show. */
import { ORPCError } from "@orpc/client";
import { z } from "zod";
import { errorWords } from "./error-words.ts";

export class ApiError extends Error {
  override readonly name = "ApiError";
  /** Stable and meant for code, as `conflict` or `flow-has-problems`; `offline` when no answer came. */
  readonly code: string;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly issues: readonly Record<string, unknown>[];
  /** In the server's words, which are English. */
  readonly said: string;

  constructor(
    code: string,
    message: string,
    status: number,
    issues: readonly Record<string, unknown>[] = [],
  ) {
    super();
    this.said = message;
    this.code = code;
    this.status = status;
    this.issues = issues;
  }

  /** Looked up when it is drawn: the reader may choose another language while it is shown. */
  override get message(): string {
    return errorWords(this.said, this.status);
  }
}

const errorAnswer = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    issues: z.array(z.record(z.string(), z.unknown())).optional(),
  }),
});

/** The error in an answer's body; one that is not in the API's form (a proxy's page, say) gets plain words. */
export function decodeErrorBody(body: unknown, status: number): ApiError {
  const parsed = errorAnswer.safeParse(body);
  if (parsed.success) {
    const { code, message, issues } = parsed.data.error;
    return new ApiError(code, message, status, issues);
  }
  return new ApiError("unexpected", `The server answered ${status} without saying why.`, status);
}

/** Any thrown value as an ApiError: answers, lost connections, answers that break the contract. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  if (thrown instanceof ORPCError) {
    return decodeErrorBody(thrown.data, thrown.status);
  }
  // fetch rejects with a TypeError when there was no answer at all.
  if (thrown instanceof TypeError) {
    return new ApiError("offline", "The server can't be reached. Check that it runs and try again.", 0);
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new ApiError("unexpected", message, 0);
}

const fieldIssue = z.looseObject({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
});

/** What the server says about one field of a form; null when it had nothing to say about it. */
export function issueOf(thrown: unknown, field: string): string | null {
  if (!thrown) return null;
  for (const issue of toApiError(thrown).issues) {
    const parsed = fieldIssue.safeParse(issue);
    if (parsed.success && parsed.data.path?.[0] === field) return errorWords(parsed.data.message, 0);
  }
  return null;
}
