// The environment, read once: every variable of .env.example, checked, with its default.

import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { isIP } from "node:net";
import path from "node:path";
import { z } from "zod";
import { makeFileOnce } from "./make-file-once.ts";

/** Wrong settings: `problems` holds one sentence for each. */
export class ConfigError extends Error {
  override name = "ConfigError";
  constructor(readonly problems: string[]) {
    super(problems.join("\n"));
  }
}

const port = z.coerce.number().int().min(0).max(65_535);
const httpUrl = z
  .string()
  .refine((text) => /^https?:\/\//.test(text) && URL.canParse(text))
  .transform((text) => text.replace(/\/+$/, ""));
const urlOf = (...schemes: string[]) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)));
const list = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);
const hexKey = /^[0-9a-fA-F]{64}$/;

/** A host name, `*.` and a host name, an address, or a range of addresses such as 10.0.0.0/8. */
function isHostOrRange(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  if (rest.length > 0) return false;
  if (bits !== undefined) {
    const family = isIP(address);
    return family !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128);
  }
  return (
    isIP(text) !== 0 || /^(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i.test(text)
  );
}

/** Each variable's schema, and the sentence that follows its name when the value is wrong. */
const VARIABLES = {
  PORT: [port.default(3000), "must be a port number from 0 to 65535"],
  HOST: [z.string().min(1).default("0.0.0.0"), "must be an address to listen on, such as 127.0.0.1"],
  DATABASE_URL: [
    urlOf("postgres", "postgresql").optional(),
    "must be a URL such as postgresql://user:password@host:5432/hilo",
  ],
  REDIS_URL: [urlOf("redis", "rediss").optional(), "must be a URL such as redis://host:6379"],
  HILO_DATA_DIR: [z.string().min(1).default(".hilo"), "must be a directory"],
  HILO_ROLE: [z.enum(["all", "web", "worker"]).default("all"), "must be all, web or worker"],
  PUBLIC_URL: [httpUrl.optional(), "must be an http or https URL, as Meta and browsers reach this server"],
  FRONTEND_URL: [httpUrl.optional(), "must be an http or https URL, the origin of the web application"],
  GRAPH_API_URL: [httpUrl.default("https://graph.facebook.com"), "must be an http or https URL"],
  GRAPH_API_VERSION: [
    z
      .string()
      .regex(/^v\d+\.\d+$/)
      .default("v25.0"),
    "must look like v25.0",
  ],
  INSTAGRAM_GRAPH_URL: [httpUrl.default("https://graph.instagram.com"), "must be an http or https URL"],
  META_APP_ID: [z.string().regex(/^\d+$/).optional(), "must be the number of your Meta app"],
  META_APP_SECRET: [z.string().min(1).optional(), "must not be empty"],
  INSTAGRAM_APP_ID: [z.string().regex(/^\d+$/).optional(), "must be the number of your Instagram app"],
  INSTAGRAM_APP_SECRET: [z.string().min(1).optional(), "must not be empty"],
  META_WEBHOOK_VERIFY_TOKEN: [z.string().min(1).optional(), "must not be empty"],
  ENCRYPTION_KEY: [
    list.refine((keys) => keys.length > 0 && keys.every((key) => hexKey.test(key))).optional(),
    "must be 64 hexadecimal digits (several, the newest first, are separated by commas)",
  ],
  LOG_LEVEL: [
    z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    "must be fatal, error, warn, info, debug, trace or silent",
  ],
  HILO_ALLOW_PRIVATE_HOSTS: [
    list.refine((hosts) => hosts.every(isHostOrRange)).default([]),
    "must be host names, addresses or ranges such as 10.0.0.0/8, separated by commas",
  ],
  SMTP_URL: [urlOf("smtp", "smtps").optional(), "must be a URL such as smtp://user:password@host:587"],
  MAIL_FROM: [
    z
      .string()
      .regex(/[^\s@]+@[^\s@]+/)
      .optional(),
    "must be an e-mail address, such as Shop <shop@example.org>",
  ],
  METRICS_PORT: [port.optional(), "must be a port number from 0 to 65535"],
} as const satisfies Record<string, readonly [z.ZodType, string]>;

type Variables = { [Name in keyof typeof VARIABLES]: z.output<(typeof VARIABLES)[Name][0]> };

interface MetaApps {
  appId: string | undefined;
  appSecret: string | undefined;
  /** Of the same app's product "Instagram": signing in at Instagram goes by these. */
  instagramAppId: string | undefined;
  instagramAppSecret: string | undefined;
  verifyToken: string | undefined;
}

export type Config = {
  port: number;
  host: string;
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  /** Absolute. */
  dataDir: string;
  role: "all" | "web" | "worker";
  /** Without a slash at its end. */
  publicUrl: string;
  frontendUrl: string;
  graph: { url: string; instagramUrl: string; version: string };
  meta: MetaApps;
  /** 64 hexadecimal digits each: the first writes, all read. */
  encryptionKeys: [string, ...string[]];
  logLevel: Variables["LOG_LEVEL"];
  allowPrivateHosts: string[];
  metricsPort: number | undefined;
  /** The server that sends e-mails of flows. */
  smtpUrl: string | undefined;
  mailFrom: string | undefined;
};

/** Everything but the keys, which may have to be made; pure. Throws ConfigError. */
export function parseEnvironment(env: NodeJS.ProcessEnv): Variables {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, [schema, sentence]] of Object.entries(VARIABLES)) {
    // `NAME=` in an .env file means the same as no line at all.
    const parsed = schema.safeParse(env[name] === "" ? undefined : env[name]);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(`${name} ${sentence}.`);
  }
  if (problems.length > 0) throw new ConfigError(problems);
  // The loop above filled every name with its own schema's output.
  return values as Variables;
}

/**
 * Reads `.env` in the working directory when there is one (the real environment comes first), checks all
 * values, and makes the encryption key in the data directory when none is set.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  if (env === process.env) loadEnvFile();
  const values = parseEnvironment(env);
  const dataDir = path.resolve(values.HILO_DATA_DIR);
  const publicUrl = values.PUBLIC_URL ?? `http://localhost:${values.PORT}`;
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL,
    dataDir,
    role: values.HILO_ROLE,
    publicUrl,
    frontendUrl: values.FRONTEND_URL ?? publicUrl,
    graph: {
      url: values.GRAPH_API_URL,
      instagramUrl: values.INSTAGRAM_GRAPH_URL,
      version: values.GRAPH_API_VERSION,
    },
    meta: {
      appId: values.META_APP_ID,
      appSecret: values.META_APP_SECRET,
      instagramAppId: values.INSTAGRAM_APP_ID,
      instagramAppSecret: values.INSTAGRAM_APP_SECRET,
      verifyToken: values.META_WEBHOOK_VERIFY_TOKEN,
    },
    encryptionKeys: encryptionKeys(values.ENCRYPTION_KEY, dataDir),
    logLevel: values.LOG_LEVEL,
    allowPrivateHosts: values.HILO_ALLOW_PRIVATE_HOSTS,
    metricsPort: values.METRICS_PORT,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
  };
}

function loadEnvFile(): void {
  try {
    process.loadEnvFile();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return;
    throw new ConfigError([
      `The file .env can't be read: ${error instanceof Error ? error.message : error}.`,
    ]);
  }
}

/** One key a line, the newest first. Kept beside the database: a backup of the folder has both. */
function encryptionKeys(given: string[] | undefined, dataDir: string): [string, ...string[]] {
  if (given?.[0] !== undefined) return [given[0], ...given.slice(1)];
  const file = path.join(dataDir, "encryption-key");
  const keys = keyFile(dataDir, file)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const [first, ...others] = keys;
  if (first !== undefined && keys.every((key) => hexKey.test(key))) return [first, ...others];
  throw new ConfigError([
    `${file} must hold 64 hexadecimal digits on each line: restore it, stored secrets can't be read without it.`,
  ]);
}

function keyFile(dataDir: string, file: string): string {
  try {
    // 0711: the embedded database's system user passes through to its own folder.
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    return makeFileOnce(file, `${randomBytes(32).toString("hex")}\n`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError([`HILO_DATA_DIR (${dataDir}) can't be used: ${reason}.`]);
  }
}
