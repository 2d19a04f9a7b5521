/** Why a start failed, as one sentence, when it is something a person can mend; null for anything else, which keeps its stack. */
import { z } from "zod";
import type { Config } from "./config.ts";
import { MigrationError } from "./db/migrate.ts";
import { WrongKey } from "./secrets/check-keys.ts";

const systemError = z.object({
  code: z.string(),
  syscall: z.string().optional(),
  port: z.number().optional(),
  hostname: z.string().optional(),
});

/** By PostgreSQL's code. */
const DATABASE_SENTENCES: Readonly<Record<string, string>> = {
  "3D000": "DATABASE_URL names a database that does not exist: make it first.",
  "28P01": "The database refuses the password: check DATABASE_URL.",
  "28000": "The database refuses the user: check DATABASE_URL.",
  "42501": "The database's user may not make tables: give it the right, or name another in DATABASE_URL.",
};
/** The network's names for a server that can't be reached. */
const AWAY = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

export function startProblem(error: unknown, config: Config): string | null {
  if (error instanceof MigrationError || error instanceof WrongKey) return error.message;
  const parsed = systemError.safeParse(error);
  if (!parsed.success) return null;
  const { code, syscall, port, hostname } = parsed.data;
  if (syscall === "listen") return listenSentence(code, port, config);
  if (syscall === "getaddrinfo" && hostname === config.host) return hostSentence(config);
  if (AWAY.has(code)) return "The database does not answer: check DATABASE_URL and REDIS_URL.";
  return DATABASE_SENTENCES[code] ?? null;
}

function listenSentence(code: string, port: number | undefined, config: Config): string | null {
  const name = port !== undefined && port === config.metricsPort ? "METRICS_PORT" : "PORT";
  if (code === "EADDRINUSE")
    return `The port ${port} is taken by another program: set ${name} to a free one.`;
  if (code === "EACCES")
    return `The port ${port} needs rights this user does not have: set ${name} to one over 1023.`;
  return code === "EADDRNOTAVAIL" ? hostSentence(config) : null;
}

const hostSentence = ({ host }: Config): string =>
  `HOST (${host}) is no address of this machine: leave it out, or set one it has.`;
