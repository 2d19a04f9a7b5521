/** The log: one JSON line an event, UTC, without customers' words or numbers, without secrets. */
import type { IncomingMessage } from "node:http";
import { type DestinationStream, type Logger, pino, stdSerializers, stdTimeFunctions } from "pino";

/** Secrets that could come along inside an object somebody logs; the serializers below keep them out in the first place. */
const SECRET_PATHS = [
  "accessToken",
  "appSecret",
  "verifyToken",
  "password",
  "token",
  "key",
  "authorization",
  "cookie",
];

export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    messageKey: "msg",
    redact: { paths: SECRET_PATHS.flatMap((name) => [name, `*.${name}`]), censor: "[secret]" },
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Messages of errors are cut, since a database's detail may quote a row. */
const MAX_MESSAGE = 500;

function describeError(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error).slice(0, MAX_MESSAGE) };
  const { type, message, stack } = stdSerializers.err(error);
  const code = "code" in error ? { code: String(error.code) } : {};
  return { type, ...code, message: message.slice(0, MAX_MESSAGE), stack: stack.slice(0, 4_000) };
}

/** The path alone: queries carry search words, numbers and, at set-up, the token. */
export function pathOf(req: IncomingMessage & { originalUrl?: string }): string {
  return ((req.originalUrl ?? req.url ?? "").split("?", 1)[0] ?? "").slice(0, 200);
}
