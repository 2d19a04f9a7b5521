/** The whole server inside the test's process, on a free port over a database of its own; driven over HTTP like any client. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { type App, pathsFrom, startApp } from "../../server/src/app.ts";
import { createApiKey } from "../../server/src/auth/api-keys.ts";
import { loadConfig } from "../../server/src/config.ts";
import type { Role } from "../../server/src/contract/index.ts";
import { newId } from "../../server/src/db/ids.ts";
import { PRODUCT_ROOT } from "../../server/src/places.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";

export interface CallOptions {
  key?: string;
  cookie?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  json: any;
}

export interface TestApp {
  readonly app: App;
  readonly url: string;
  /** `path` without a leading /api is below /api/v1. */
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  workspaceId(): Promise<string>;
  keyFor(role: Role, workspaceId?: string): Promise<string>;
  /** Another workspace in the same database, with an owner's key. */
  stranger(): Promise<{ workspaceId: string; key: string }>;
}

/** For the top of a test file. @param env over the defaults */
export function useApp(env: Record<string, string> = {}): TestApp {
  let app: App | undefined;
  let database: TestDatabase | undefined;
  let dataDir = "";
  beforeAll(async () => {
    database = await createTestDatabase();
    dataDir = await mkdtemp(path.join(tmpdir(), "hilo-app-"));
    const config = loadConfig({
      DATABASE_URL: database.url,
      HILO_DATA_DIR: dataDir,
      HOST: "127.0.0.1",
      PORT: "0",
      LOG_LEVEL: "silent",
      ENCRYPTION_KEY: "33".repeat(32),
      ...env,
    });
    // Without the examples: a test makes what it needs.
    app = await startApp(config, { ...pathsFrom(PRODUCT_ROOT), examples: dataDir });
  });
  afterAll(async () => {
    await app?.stop();
    await database?.drop();
    await rm(dataDir, { recursive: true, force: true });
  });
  const started = (): App => {
    if (!app) throw new Error("The app starts in beforeAll: use it inside hooks and tests.");
    return app;
  };
  return {
    get app() {
      return started();
    },
    get url() {
      return started().url;
    },
    call: (method, route, options) => call(started().url, method, route, options),
    workspaceId: async () =>
      (await started().runtime.prisma.workspace.findFirstOrThrow({ orderBy: { createdAt: "asc" } })).id,
    async keyFor(role, workspaceId) {
      const { prisma } = started().runtime;
      const own = workspaceId ?? (await this.workspaceId());
      return (await createApiKey(prisma, { workspaceId: own, name: role, role, createdBy: null })).key;
    },
    async stranger() {
      const workspaceId = newId();
      await started().runtime.prisma.workspace.create({ data: { id: workspaceId, name: "Stranger" } });
      return { workspaceId, key: await this.keyFor("owner", workspaceId) };
    },
  };
}

async function call(url: string, method: string, route: string, options: CallOptions = {}): Promise<Answer> {
  const { key, cookie, body, headers = {} } = options;
  const answer = await fetch(route.startsWith("/api/") ? url + route : `${url}/api/v1${route}`, {
    method,
    redirect: "manual",
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      // As a browser does with everything its own pages send.
      ...(cookie === undefined ? {} : { cookie, origin: url }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, json: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The cookie pair a browser would send back. */
export function cookieOf(answer: Answer): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0] ?? "")
    .join("; ");
}

export const GREETING = {
  format: "hilo.flow/1",
  name: "Greeting",
  language: "es",
  triggers: [{ type: "keyword", keyword: "hola", mode: "word" }],
  nodes: [
    { id: "n1", type: "text", data: { text: "¡Hola!" } },
    { id: "n2", type: "ask", data: { text: "¿Tu nombre?", kind: "text", saveAs: "nombre" } },
    { id: "n3", type: "text", data: { text: "Gracias, {{ nombre }}" } },
    { id: "n4", type: "end", data: {} },
  ],
  edges: [
    { id: "e0", source: "start", target: "n1" },
    { id: "e1", source: "n1", target: "n2" },
    { id: "e2", source: "n2", target: "n3" },
    { id: "e3", source: "n3", target: "n4" },
  ],
};
