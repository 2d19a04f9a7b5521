/** The only place that wires: makes every part in order, and stops them in reverse. */
import type { Server as HttpServer } from "node:http";
import path from "node:path";
import { FlowTrafficCounter } from "./analytics/flow-traffic.ts";
import { createAuth } from "./auth/auth.ts";
import { Authenticator } from "./auth/authenticate.ts";
import { isOwnOrigin } from "./auth/origins.ts";
import { makeSetupLink } from "./auth/setup.ts";
import { ChannelDirectory } from "./channels/directory.ts";
import { Simulator } from "./channels/simulator/simulator.ts";
import type { Config } from "./config.ts";
import { lastInboxId } from "./conversations/inherited-rows.ts";
import { openDatabase } from "./db/client.ts";
import { type EmbeddedPostgres, startEmbedded } from "./db/embedded.ts";
import { migrate } from "./db/migrate.ts";
import { PublishedFlows } from "./flows/published-flows.ts";
import { readExamples } from "./flows/read-examples.ts";
import { createHookTokens } from "./hooks/hook-token.ts";
import { API_PREFIX } from "./http/api-handler.ts";
import { closeHttp, countUnused } from "./http/close-http.ts";
import { metricsServer, readinessProblem } from "./http/health.ts";
import { createHttpApp } from "./http/http-app.ts";
import { createLimitedServer } from "./http/limited-server.ts";
import { createLog } from "./http/log.ts";
import { Receiver } from "./inbox/receive.ts";
import { openJournal } from "./journal/journal.ts";
import { journalFolder } from "./journal/journal-file.ts";
import { MediaStore } from "./media/media-store.ts";
import { GraphApi } from "./meta/graph-api.ts";
import { countEvents } from "./metrics/count-events.ts";
import { createMetrics } from "./metrics/metrics.ts";
import { observeWebhook } from "./metrics/observe-webhooks.ts";
import { addressRules } from "./net/address-rules.ts";
import { createGuardedFetch } from "./net/guarded-fetch.ts";
import { StatusApplier } from "./outbox/apply-statuses.ts";
import { openQueue } from "./queue/queue.ts";
import { socketAdapter } from "./realtime/adapter.ts";
import { ChangedConversations } from "./realtime/changed-conversations.ts";
import { SocketServer } from "./realtime/socket-server.ts";
import type { Runtime } from "./runtime.ts";
import { checkKeys } from "./secrets/check-keys.ts";
import { createSecretBox } from "./secrets/secret-box.ts";
import { seedFirstWorkspace } from "./seed.ts";
import type { Services } from "./services.ts";
import { createWebhookHandler, type FrontHandler } from "./webhooks/handler.ts";
import { startWorkers, type Workers } from "./workers.ts";

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

export async function startApp(config: Config, paths: AppPaths): Promise<App> {
  const stops: Stop[] = [];
  try {
    return await wire(config, paths, stops);
  } catch (error) {
    await stopAll(stops);
    throw error;
  }
}

type Stop = () => Promise<unknown>;

async function stopAll(stops: Stop[]): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await stop();
}

/** Each part is stopped before what it stands on: work first, then the doors, then what was still to be stored, then the store. */
async function wire(config: Config, paths: AppPaths, stops: Stop[]): Promise<App> {
  const live: LiveParts = { sockets: null, workers: null, stopping: false };
  const { runtime, queue, databaseUrl } = await openRuntime(config, paths, live, stops);
  const http = createLimitedServer();
  const unused = countUnused(http);
  const selfUrl = () => `http://127.0.0.1:${portOf(http)}`;
  const statuses = new StatusApplier(runtime);
  const receiver = new Receiver(runtime, statuses);
  stops.push(() => statuses.idle());
  stops.push(() => receiver.idle());
  const services = createServices(runtime, paths, live, selfUrl);
  const { directory, flows, simulator, metrics, guarded } = services;
  stops.push(() => guarded.close());
  await checkKeys(runtime);
  await seedFirstWorkspace(runtime, directory, paths.examples);

  const webhooks = createWebhookHandler({
    runtime,
    directory,
    receiver,
    onStored: (delivery) => countEvents(metrics, delivery),
  });
  // Before the sockets: they pass on to the listeners they find what is not theirs.
  serveHttp(http, services, webhooks, paths);
  // Sockets are closed before the server that carries them, which waits for every connection.
  stops.push(() => closeHttp(http, unused));
  // Socket.IO keeps its own path for itself only from listeners that are there before it.
  live.sockets = await openSockets(services, http, databaseUrl, stops);
  await listen(http, config.port, config.host);
  if (config.metricsPort !== undefined) {
    const figures = metricsServer(services);
    stops.push(() => closeHttp(figures));
    await listen(figures, config.metricsPort, config.host);
  }
  stops.push(() => simulator.stop());
  stops.push(() => queue.close());
  if (config.role !== "web") {
    const workers = startWorkers({
      runtime,
      queue,
      flows,
      directory,
      statuses,
      metrics,
      graph: services.graph,
      media: services.media,
      journal: await openJournal(journalFolder(config.dataDir), runtime.log),
      simulatorUrl: selfUrl,
    });
    live.workers = workers;
    stops.push(() => workers.stop());
  }
  stops.push(async () => {
    live.stopping = true;
  });
  const setupLink = await makeSetupLink(runtime, config.publicUrl);
  return { url: selfUrl(), setupLink, runtime, services, stop: () => stopAll(stops) };
}

/** What parts made early ask of parts made late. */
interface LiveParts {
  sockets: SocketServer | null;
  workers: Workers | null;
  stopping: boolean;
}

async function openRuntime(config: Config, paths: AppPaths, live: LiveParts, stops: Stop[]) {
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
  const { pool } = database;
  const publish: Runtime["publish"] = (events) => live.sockets?.publish(events);
  const listeners = (workspaceId: string) => live.sockets?.listeners(workspaceId) ?? 0;
  const lists = new ChangedConversations({ pool, log, publish, listeners });
  stops.push(() => lists.idle());
  const hooks = createHookTokens(config.encryptionKeys);
  const runtime: Runtime = {
    config,
    hot: database.hot,
    pool,
    prisma: database.prisma,
    log,
    secrets: createSecretBox(config.encryptionKeys),
    now: () => new Date(),
    inheritedUpTo: await lastInboxId(pool),
    wake: (name, key) => queue.wake(name, key),
    reserveSends: (channelId, wanted) => live.workers?.reserveSends(channelId, wanted) ?? null,
    publish,
    telling: (work) => live.sockets?.telling(work) ?? work([]),
    changed: (conversations) => lists.add(conversations),
    hookUrl: (workspaceId, sessionId) =>
      `${config.publicUrl}${API_PREFIX}/hooks/${hooks.seal(workspaceId, sessionId)}`,
    signal: (signals) => live.workers?.signal(signals),
    typing: (workspaceId, contactId) => live.sockets?.startTyping(workspaceId, contactId),
    flowChanged: (change) => live.sockets?.flowChanged(change),
  };
  return { runtime, queue, databaseUrl };
}

async function embedded(config: Config, stops: Stop[]): Promise<EmbeddedPostgres> {
  const postgres = await startEmbedded({ dataDir: config.dataDir });
  stops.push(() => postgres.stop());
  return postgres;
}

function createServices(runtime: Runtime, paths: AppPaths, live: LiveParts, selfUrl: () => string): Services {
  const directory = new ChannelDirectory(runtime);
  const auth = createAuth(runtime);
  return {
    runtime,
    flows: new PublishedFlows(),
    directory,
    graph: new GraphApi(runtime.config),
    media: new MediaStore(runtime.config.dataDir),
    guarded: createGuardedFetch(addressRules(runtime.config.allowPrivateHosts)),
    simulator: new Simulator(runtime, directory, selfUrl),
    auth,
    authenticator: new Authenticator(runtime, auth),
    socketStats: () => live.sockets?.stats() ?? { connections: 0, rooms: 0 },
    metrics: createMetrics(runtime.pool),
    traffic: new FlowTrafficCounter(runtime),
    examples: () => readExamples(paths.examples),
    notReady: async () =>
      live.stopping ? "The server is stopping." : readinessProblem(runtime, paths.migrations),
  };
}

async function openSockets(
  services: Services,
  http: HttpServer,
  databaseUrl: string,
  stops: Stop[],
): Promise<SocketServer> {
  const { runtime, authenticator } = services;
  const { config, log, pool } = runtime;
  const adapter = await socketAdapter(config, databaseUrl, log);
  if (adapter) stops.push(() => adapter.close());
  const sockets = new SocketServer({
    http,
    pool,
    log,
    authenticator,
    originAllowed: (origin, host) => origin === undefined || isOwnOrigin(config, origin, host),
    ...(adapter ? { adapter: adapter.adapter } : {}),
  });
  stops.push(() => sockets.close());
  return sockets;
}

/** Webhooks first, the simulator's far side next: both go past Express, whose cost they need not pay. */
function serveHttp(http: HttpServer, services: Services, webhooks: FrontHandler, paths: AppPaths): void {
  const express = createHttpApp(services, { editorDir: paths.editor });
  const { handler } = services.simulator.farSide;
  http.on("request", (req, res) => {
    observeWebhook(services.metrics, req, res);
    webhooks(req, res, () => handler(req, res, () => express(req, res)));
  });
}

function portOf(http: HttpServer): number {
  const address = http.address();
  return address !== null && typeof address === "object" ? address.port : 0;
}

function listen(http: HttpServer, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once("error", reject);
    http.listen(port, host, () => {
      http.off("error", reject);
      resolve();
    });
  });
}
