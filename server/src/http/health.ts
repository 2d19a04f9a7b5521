/** Whether the process lives, whether it may be sent work, and its figures. */
import { createServer, type Server } from "node:http";
import express, { Router } from "express";
import type { Pool } from "pg";
import { MigrationError, pendingMigrations } from "../db/migrate.ts";
import type { Runtime } from "../runtime.ts";
import type { Services } from "../services.ts";
import { isDatabaseAway } from "./error-answer.ts";

/** The event loop answers: nothing else, or a restart of the database would end every process. */
export function healthRoutes(services: Services): Router {
  const routes = Router();
  routes.use(["/livez", "/readyz"], (_req, res, next) => {
    res.set("Cache-Control", "no-store");
    next();
  });
  routes.get("/livez", (_req, res) => void res.json({ ok: true }));
  routes.get("/readyz", async (_req, res) => {
    const problem = await services.notReady();
    if (problem === null) res.json({ ok: true });
    else res.status(503).json({ error: { code: "not-ready", message: problem } });
  });
  return routes;
}

/** A probe must be answered before its asker gives up. */
const READY_TIMEOUT_MS = 3_000;

/** Asks the database, and whether its tables are of this version. */
export async function readinessProblem(
  { pool, log }: Pick<Runtime, "pool" | "log">,
  migrationsDir: string,
): Promise<string | null> {
  const timeout = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("timeout exceeded when trying to connect")), READY_TIMEOUT_MS).unref();
  });
  try {
    const missing = await Promise.race([pendingMigrations(pool, migrationsDir), timeout]);
    if (missing.length > 0) return "Migrations are missing.";
    return (await Promise.race([isReadOnly(pool), timeout])) ? "The database can't be written to." : null;
  } catch (error) {
    // A newer version has brought the database forward while this one still runs: it goes on until it is replaced.
    if (error instanceof MigrationError) return null;
    if (!isDatabaseAway(error)) log.warn({ err: error }, "readiness check failed");
    return "The database can't be reached.";
  }
}

/** A standby, or a server set to read-only: it would refuse every delivery. */
async function isReadOnly(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ on: boolean }>(
    "SELECT current_setting('transaction_read_only')::bool AS on",
  );
  return rows[0]?.on ?? false;
}

/** With METRICS_PORT on a port of their own, else beside everything else. */
export function metricsRoutes({ runtime, metrics, socketStats }: Services): Router {
  const routes = Router();
  routes.get("/metrics", async (_req, res) => {
    metrics.sockets.set(socketStats().connections);
    await metrics
      .refresh()
      .catch((error: unknown) => runtime.log.warn({ err: error }, "queue lengths not read"));
    res.set("Content-Type", metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  return routes;
}

/** METRICS_PORT: figures are for the house, not for the public address. */
export function metricsServer(services: Services): Server {
  const app = express();
  app.disable("x-powered-by");
  app.use(metricsRoutes(services));
  return createServer(app);
}
