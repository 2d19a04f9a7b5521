/** Express: headers, guards, sign-in, the API, its documents, health, and the web application, in this order. */
import { toNodeHandler } from "better-auth/node";
import express, { type Express, type NextFunction, type Request, type Response, Router } from "express";
import { type Auth, OPEN_AUTH_PATHS } from "../auth/auth.ts";
import { hookRoutes } from "../hooks/hook-routes.ts";
import { metaRoutes } from "../meta/meta-routes.ts";
import type { Services } from "../services.ts";
import { API_PREFIX, apiRouter } from "./api-handler.ts";
import { AppError } from "./app-error.ts";
import { crossOrigin } from "./cross-origin.ts";
import { docsPage } from "./docs-page.ts";
import { editorFiles } from "./editor-files.ts";
import { answerFor, errorBody } from "./error-answer.ts";
import { healthRoutes, metricsRoutes } from "./health.ts";
import { pathOf } from "./log.ts";
import { flowSchemaDocument, openApiDocument } from "./open-api.ts";
import { REQUEST_ID_HEADER, requestScope } from "./request-scope.ts";
import { sameOriginGuard } from "./same-origin-guard.ts";
import { securityHeaders } from "./security-headers.ts";

export interface HttpOptions {
  /** The built web application. */
  editorDir: string;
}

export function createHttpApp(services: Services, { editorDir }: HttpOptions): Express {
  const { config, log } = services.runtime;
  const { metrics } = services;
  const app = express();
  app.disable("x-powered-by");
  app.set("query parser", "simple");
  // A proxy beside us or in the same private network may tell the client's address; nobody else may.
  app.set("trust proxy", ["loopback", "linklocal", "uniquelocal"]);
  app.use(requestScope(log, metrics));
  app.use(securityHeaders(config));
  app.use(healthRoutes(services));
  if (config.metricsPort === undefined) app.use(metricsRoutes(services));
  // Before the guards of browsers: programs of anybody call these, and the address is the proof.
  app.use(API_PREFIX, hookRoutes(services.runtime));
  app.use("/api/meta", metaRoutes(services));
  app.use("/api", crossOrigin(config), sameOriginGuard(config));
  app.use("/api/auth", signInRoutes(services.auth));
  app.use(API_PREFIX, documents(), apiRouter(services));
  app.use("/api", () => {
    throw new AppError("not-found", 404, "There is no such route. See /api/v1/docs.");
  });
  app.use(editorFiles(editorDir));
  app.use(() => {
    throw new AppError("not-found", 404, "There is nothing at this address.");
  });
  app.use((error: unknown, req: Request, res: Response, next: NextFunction) => {
    if (res.headersSent) return next(error);
    const answer = answerFor(error);
    if (answer.isBug)
      log.error(
        { err: error, path: pathOf(req), req_id: res.getHeader(REQUEST_ID_HEADER) },
        "request failed",
      );
    if (answer.status === 413) res.set("Connection", "close");
    if (answer.status === 401 || answer.status === 403) metrics.authFailures.inc({ reason: answer.code });
    res.status(answer.status).json(errorBody(answer));
  });
  return app;
}

function signInRoutes(auth: Auth): Router {
  const handle = toNodeHandler(auth);
  const routes = Router();
  routes.use((req: Request, res: Response) => {
    if (!OPEN_AUTH_PATHS.has(req.path)) throw new AppError("not-found", 404, "There is no such route.");
    res.set("Cache-Control", "no-store");
    return handle(req, res);
  });
  return routes;
}

/** What there is to know about the API before having a key. */
function documents(): Router {
  const routes = Router();
  routes.get("/openapi.json", async (_req, res) => void res.json(await openApiDocument()));
  routes.get("/flow.schema.json", (_req, res) => void res.json(flowSchemaDocument()));
  routes.get("/docs", async (req, res) => {
    res
      .type("html")
      .send(docsPage(await openApiDocument(), `${req.protocol}://${req.get("host") ?? "localhost"}`));
  });
  return routes;
}
