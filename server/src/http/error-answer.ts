/** Anything thrown, as the answer to give: known refusals in full, everything else as a plain sentence and a log line. */
import { ValidationError } from "@orpc/contract";
import { ORPCError } from "@orpc/server";
import { z } from "zod";
import { AppError } from "./app-error.ts";

export interface ErrorAnswer {
  status: number;
  code: string;
  message: string;
  issues?: readonly Record<string, unknown>[];
  /** Ours to look into. */
  isBug: boolean;
}

const BAD_REQUEST = { status: 400, code: "bad-request", isBug: false } as const;

export function answerFor(error: unknown): ErrorAnswer {
  if (error instanceof AppError) return answerForAppError(error);
  if (error instanceof ORPCError) return answerForOrpcError(error);
  const known = answerForHttpError(error);
  if (known) return known;
  // A path such as /%E0%A4%A: the URL itself can't be read.
  if (error instanceof URIError) return { ...BAD_REQUEST, message: "The address is not valid." };
  if (isDataError(error)) return { ...BAD_REQUEST, message: "A value in the request is not valid." };
  if (isDatabaseAway(error)) {
    return {
      status: 503,
      code: "unavailable",
      message: "The database can't be reached. Try again in a moment.",
      isBug: false,
    };
  }
  return {
    status: 500,
    code: "internal",
    message: "Something went wrong here. Try again; the log has the details.",
    isBug: true,
  };
}

export function errorBody({ code, message, issues }: ErrorAnswer) {
  return { error: { code, message, ...(issues ? { issues } : {}) } };
}

function answerForAppError({ code, status, message, issues }: AppError): ErrorAnswer {
  return { status, code, message, ...(issues ? { issues } : {}), isBug: status >= 500 };
}

const ORPC_CODES: Readonly<Record<string, string>> = { BAD_REQUEST: "bad-request", NOT_FOUND: "not-found" };

function answerForOrpcError(error: ORPCError<string, unknown>): ErrorAnswer {
  const { cause } = error;
  if (error.code === "BAD_REQUEST" && cause instanceof ValidationError) {
    const issues = cause.issues.map((issue) => ({
      path: (issue.path ?? []).map(pathPart),
      message: issue.message,
    }));
    const first = issues[0];
    const where = first && first.path.length > 0 ? `${first.path.join(".")}: ` : "";
    return { ...BAD_REQUEST, message: `${where}${first?.message ?? "The request is not valid."}`, issues };
  }
  // Anything else that was thrown travels inside one of these.
  if (error.code === "INTERNAL_SERVER_ERROR")
    return cause === undefined ? answerFor(new Error(error.message)) : answerFor(cause);
  return {
    status: error.status,
    code: ORPC_CODES[error.code] ?? error.code.toLowerCase().replaceAll("_", "-"),
    message: error.message,
    isBug: false,
  };
}

function pathPart(part: PropertyKey | { key: PropertyKey }): string | number {
  const key = typeof part === "object" ? part.key : part;
  return typeof key === "number" ? key : String(key);
}

const httpError = z.object({ status: z.number().int().min(400).max(499), type: z.string() });
const BODY_ERRORS: Readonly<Record<string, { code: string; message: string }>> = {
  "entity.too.large": { code: "too-large", message: "The body is too large." },
  "entity.parse.failed": { code: "bad-request", message: "The body is not JSON." },
  "encoding.unsupported": {
    code: "unsupported-media-type",
    message: "The body's encoding is not supported.",
  },
  "charset.unsupported": {
    code: "unsupported-media-type",
    message: "The body's character set is not supported.",
  },
};

/** What Express's body parser throws. */
function answerForHttpError(error: unknown): ErrorAnswer | null {
  const parsed = httpError.safeParse(error);
  if (!parsed.success) return null;
  const known = BODY_ERRORS[parsed.data.type] ?? {
    code: "bad-request",
    message: "The request could not be read.",
  };
  return { status: parsed.data.status, ...known, isBug: false };
}

/** PostgreSQL's class 22: text with NUL, a number out of range, a cursor that names no time. */
const DATA_ERROR = /^22/;
/** Class 08 connection, 53 resources, 57 shut down or cancelled, 55P03 locked, 40 rolled back for another; and the network's own names. */
const AWAY =
  /^(08...|53...|57P..|57014|55P03|40001|40P01|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|P1001|P1002|P1008|P1017|P2024)$/;

function isDataError(error: unknown): boolean {
  return codesOf(error).some((code) => DATA_ERROR.test(code) && code.length === 5);
}

export function isDatabaseAway(error: unknown): boolean {
  if (codesOf(error).some((code) => AWAY.test(code))) return true;
  // pg names these in words only.
  return (
    error instanceof Error &&
    /timeout exceeded when trying to connect|Connection terminated|Query read timeout/.test(error.message)
  );
}

const coded = z.object({
  code: z.string().optional(),
  originalCode: z.string().optional(),
  cause: z.unknown().optional(),
  meta: z.unknown().optional(),
});
/** Prisma wraps the driver's error more than once. */
const MAX_DEPTH = 5;

function codesOf(error: unknown, depth = 0): string[] {
  const parsed = coded.safeParse(error);
  if (!parsed.success || depth > MAX_DEPTH) return [];
  const { code, originalCode, cause, meta } = parsed.data;
  const driver = z.object({ driverAdapterError: z.unknown() }).safeParse(meta).data?.driverAdapterError;
  return [code, originalCode]
    .filter((part) => part !== undefined)
    .concat(codesOf(cause, depth + 1), codesOf(driver, depth + 1));
}
