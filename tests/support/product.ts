/** The whole product for a test: a server process over a database of its own, set up by the command line, driven by its API. */
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { PRODUCT_ROOT } from "../../server/src/places.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { type ServerProcess, startServer, until } from "./server-process.ts";
import type { WhatsAppNumber } from "./whatsapp-webhook.ts";

export const OWNER = { email: "ana@example.org", password: "correct horse battery" };

export interface Product {
  database: TestDatabase;
  env: Record<string, string>;
  apiKey: string;
  server: ServerProcess;
  /** Ends the process if it lives and starts another over the same database. */
  restart(env?: Record<string, string>, options?: { ready?: boolean }): Promise<ServerProcess>;
  api<T>(method: string, path: string, body?: unknown): Promise<T>;
  connectNumber(): Promise<WhatsAppNumber & { channelId: string }>;
  publish(definition: object): Promise<string>;
  /** Waits until no inbox row, task or message is left to be worked on. Timers that are not due don't count. */
  untilQuiet(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * @param env given to every process of the product: GRAPH_API_URL, …
 * @param options.database an empty or migrated one; by default a clone of the tests' template
 * @param options.root where another version is built: the product begins with it; what is started again is this one
 */
export async function startProduct(
  env: Record<string, string> = {},
  options: { database?: TestDatabase; root?: string } = {},
): Promise<Product> {
  const database = options.database ?? (await createTestDatabase());
  const all = { DATABASE_URL: database.url, ENCRYPTION_KEY: "22".repeat(32), ...env };
  const { root = PRODUCT_ROOT } = options;
  const server = await startServer(all, { root });
  const cli = path.join(root, "server/dist/cli.js");
  const made = await promisify(execFile)(
    process.execPath,
    [cli, "setup", "--email", OWNER.email, "--password", OWNER.password, "--name", "Ana", "--json"],
    { env: { PATH: process.env.PATH ?? "", HILO_DATA_DIR: server.dataDir, ...all } },
  );
  const { apiKey } = JSON.parse(made.stdout);
  const product: Product = {
    database,
    env: all,
    apiKey,
    server,
    async restart(more = {}, options = {}) {
      product.server.child.kill("SIGKILL");
      await product.server.exited;
      product.server = await startServer({ ...all, ...more }, { dataDir: server.dataDir, ...options });
      return product.server;
    },
    api: (method, route, body) => request(product, method, route, body),
    connectNumber: () => connectNumber(product),
    async publish(definition) {
      const name = "name" in definition ? definition.name : "Flow";
      const flow = await product.api<{ id: string }>("POST", "/flows", { name, definition });
      await product.api("POST", `/flows/${flow.id}/publish`, {});
      return flow.id;
    },
    untilQuiet: () => untilQuiet(database.url),
    async stop() {
      await product.server.stop();
      await database.drop();
    },
  };
  return product;
}

const UNDONE = `SELECT (SELECT count(*) FROM inbox_events WHERE state = 'pending')
  + (SELECT count(*) FROM messages WHERE direction = 'out' AND status IN ('Pending', 'Sending'))
  + (SELECT count(*) FROM tasks WHERE state IN ('pending', 'running'))
  + (SELECT count(*) FROM delivery_statuses) AS n`;

async function untilQuiet(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await until(
      async () => Number((await client.query<{ n: string }>(UNDONE)).rows[0]?.n) === 0,
      "everything is done",
      60_000,
    );
  } finally {
    await client.end();
  }
}

async function request<T>(product: Product, method: string, route: string, body: unknown): Promise<T> {
  const answer = await fetch(`${product.server.url}/api/v1${route}`, {
    method,
    headers: {
      authorization: `Bearer ${product.apiKey}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${route} → ${answer.status} ${text}`);
  return text === "" ? (undefined as T) : JSON.parse(text);
}

let numbers = 0;

async function connectNumber(product: Product) {
  numbers += 1;
  const number = {
    platformId: `10020030${String(numbers).padStart(4, "0")}`,
    appSecret: `secret-${numbers}`,
  };
  const channel = await product.api<{ id: string }>("POST", "/channels", {
    platform: "whatsapp",
    name: "Shop",
    accessToken: "EAAtest",
    ...number,
  });
  return { ...number, channelId: channel.id };
}
