/** The only place that wires: makes every part in order, and stops them in reverse. */
import { createServer, type Server as HttpServer } from "node:http";
import path from "node:path";
import { createAuth } from "./auth/auth.ts";
import { Authenticator } from "./auth/authenticate.ts";
import { isOwnOrigin } from "./auth/origins.ts";
import { makeSetupLink } from "./auth/setup.ts";
import { ChannelDirectory } from "./channels/directory.ts";
import { Simulator } from "./channels/simulator/simulator.ts";
import type { Config } from "./config.ts";
import { openDatabase } from "./db/client.ts";
import { type EmbeddedPostgres, startEmbedded } from "./db/embedded.ts";
import { migrate } from "./db/migrate.ts";
import { PublishedFlows } from "./flows/published-flows.ts";
import { readinessProblem } from "./http/health.ts";
import { createHttpApp } from "./http/http-app.ts";
import { createLog } from "./http/log.ts";
import { Receiver } from "./inbox/receive.ts";
import { StatusApplier } from "./outbox/apply-statuses.ts";
import { createMetrics } from "./metrics/metrics.ts";
import { openQueue } from "./queue/queue.ts";
import { socketAdapter } from "./realtime/adapter.ts";
import { SocketServer } from "./realtime/socket-server.ts";
import type { Runtime } from "./runtime.ts";
import { createSecretBox } from "./secrets/secret-box.ts";
import { seedFirstWorkspace } from "./seed.ts";
import type { Services } from "./services.ts";
import { createWebhookHandler } from "./webhooks/handler.ts";
import { startWorkers } from "./workers.ts";

export interface App {
  /** As this machine reaches it. */
  url: string;
  /** The one-time link for the first owner; null when there is one. */
  setupLink: string | null;
  runtime: Runtime;
  services: Services;
  /** Graceful: nothing new is taken, what is under way ends (30 s at most). Safe to call twice. */
  stop(): Promise<void>;
}

/** Where the migrations and examples are, whether run from source or from the bundle. */
export interface AppPaths {
  migrations: string;
  examples: string;
  /** The built web application. */
  editor: string;
}

export const pathsFrom = (root: string): AppPaths => ({
  migrations: path.join(root, "prisma/migrations"),
  examples: path.join(root, "examples"),
  editor: path.join(root, "editor/dist"),
});

/** A request that sends nothing for so long is cut: slow readers and writers must not hold connections. */
const HEADERS_TIMEOUT_MS = 15_000;
const REQUEST_TIMEOUT_MS = 60_000;

export async function startApp(config: Config, paths: AppPaths): Promise<App> {
  const stops: (() => Promise<unknown>)[] = [];
  try {
    return await wire(config, paths, stops);
  } catch (error) {
    await stopAll(stops);
    throw error;
  }
}

async function stopAll(stops: (() => Promise<unknown>)[]): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await stop();
}

async function wire(config: Config, paths: AppPaths, stops: (() => Promise<unknown>)[]): Promise<App> {
  const log = createLog(config.logLevel);
  const databaseUrl = config.databaseUrl ?? (await embedded(config, stops)).url;
  await migrate(databaseUrl, paths.migrations);
  const database = openDatabase(databaseUrl, {
    onError: (err) => log.warn({ err }, "database connection lost"),
  });
  stops.push(() => database.close());

  const queue = await openQueue({
    databaseUrl,
    redisUrl: config.redisUrl,
    onError: (err, context) => log.error({ err, ...context }, "wake-up failed"),
  });
  stops.push(() => queue.close());

  let sockets: SocketServer | null = null;
  const runtime: Runtime = {
    config,
    pool: database.pool,
    prisma: database.prisma,
    log,
    secrets: createSecretBox(config.encryptionKeys),
    now: () => new Date(),
    wake: (name, key) => queue.wake(name, key),
    publish: (events) => sockets?.publish(events),
    typing: (workspaceId, contactId) => sockets?.startTyping(workspaceId, contactId),
  };

  const http = createServer();
  const selfUrl = () => `http://127.0.0.1:${portOf(http)}`;
  const directory = new ChannelDirectory(runtime);
  const flows = new PublishedFlows();
  const statuses = new StatusApplier(runtime);
  const simulator = new Simulator(runtime, directory, selfUrl);
  const auth = createAuth(runtime);
  const authenticator = new Authenticator(runtime, auth);
  await seedFirstWorkspace(runtime, directory, paths.examples);

  let stopping = false;
  const services: Services = {
    runtime,
    flows,
    directory,
    simulator,
    auth,
    authenticator,
    socketStats: () => sockets?.stats() ?? { connections: 0, rooms: 0 },
    metrics: createMetrics(database.pool),
    notReady: async () => (stopping ? "The server is stopping." : readinessProblem(runtime, paths.migrations)),
  };

  if (config.role !== "web") {
    const workers = startWorkers({ runtime, queue, flows, directory, statuses, simulatorUrl: selfUrl });
    stops.push(() => workers.stop());
  }
  stops.push(() => statuses.idle());

  const webhooks = createWebhookHandler({ runtime, directory, receiver: new Receiver(runtime, statuses) });
  const express = createHttpApp(services, { editorDir: paths.editor });
  http.on("request", (req, res) =>
    webhooks(req, res, () => simulator.farSide.handler(req, res, () => express(req, res))),
  );
  http.headersTimeout = HEADERS_TIMEOUT_MS;
  http.requestTimeout = REQUEST_TIMEOUT_MS;

  const adapter = await socketAdapter(config, databaseUrl, log);
  if (adapter) stops.push(() => adapter.close());
  sockets = new SocketServer({
    http,
    pool: database.pool,
    log,
    authenticator,
    originAllowed: (origin, host) => origin === undefined || isOwnOrigin(config, origin, host),
    ...(adapter ? { adapter: adapter.adapter } : {}),
  });
  const closing = sockets;
  await listen(http, config);
  stops.push(async () => {
    stopping = true;
    await closing.close();
    await closeHttp(http);
  });

  const setupLink = await makeSetupLink(runtime, config.publicUrl);
  return { url: selfUrl(), setupLink, runtime, services, stop: () => stopAll(stops) };
}

async function embedded(config: Config, stops: (() => Promise<unknown>)[]): Promise<EmbeddedPostgres> {
  const postgres = await startEmbedded({ dataDir: config.dataDir });
  stops.push(() => postgres.stop());
  return postgres;
}

function portOf(http: HttpServer): number {
  const address = http.address();
  return address !== null && typeof address === "object" ? address.port : 0;
}

function listen(http: HttpServer, config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once("error", reject);
    http.listen(config.port, config.host, () => {
      http.off("error", reject);
      resolve();
    });
  });
}

/** Requests under way may end; idle connections are closed. */
function closeHttp(http: HttpServer): Promise<void> {
  return new Promise((resolve) => {
    http.close(() => resolve());
    http.closeIdleConnections();
  });
}
