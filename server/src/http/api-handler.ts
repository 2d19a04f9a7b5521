/** /api/v1: proves who asks, then hands the request to the contract's router. */
import { OpenAPIHandler } from "@orpc/openapi/node";
import { ORPCError } from "@orpc/server";
import { fromNodeHeaders } from "better-auth/node";
import express, { type NextFunction, type Request, type Response, Router } from "express";
import type { ApiContext } from "../api/base.ts";
import { router } from "../api/router.ts";
import type { Actor } from "../auth/actor.ts";
import { importRoutes } from "../contact-imports/import-routes.ts";
import { contactRoutes } from "../contacts/contact-routes.ts";
import { mediaRoutes } from "../media/media-routes.ts";
import type { Services } from "../services.ts";
import { AppError } from "./app-error.ts";
import { answerFor, errorBody } from "./error-answer.ts";

export const API_PREFIX = "/api/v1";
/** A flow may be 2 MB; its JSON inside a request is a little more. */
const MAX_BODY = "4mb";

export function apiRouter(services: Services): Router {
  const { authenticator, metrics } = services;
  const { log } = services.runtime;
  const handler = new OpenAPIHandler<ApiContext>(router, {
    customErrorResponseBodyEncoder: (error) => errorBody(answerFor(error)),
    interceptors: [
      async ({ next, request }) => {
        try {
          return await next();
        } catch (error) {
          const answer = answerFor(error);
          if (answer.isBug) log.error({ err: error, path: request.url.pathname }, "request failed");
          if (answer.status === 401 || answer.status === 403)
            metrics.authFailures.inc({ reason: answer.code });
          // The codec encodes ORPCErrors only; ours travels as its cause's answer.
          throw asOrpcError(error, answer.status);
        }
      },
    ],
  });
  const routes = Router();
  routes.use((_req: Request, res: Response, next: NextFunction) => {
    res.setHeader("Cache-Control", "no-store");
    next();
  });
  // Nobody is given the work of parsing before it is known who asks.
  routes.use(async (req, res, next) => {
    const proof = await authenticator.prove(req.headers);
    if (!proof && !isOpen(req))
      throw new AppError("unauthorized", 401, "Sign in, or send an API key as Authorization: Bearer.");
    for (const cookie of proof?.setCookies ?? []) res.append("Set-Cookie", cookie);
    res.locals.actor = proof?.actor ?? null;
    next();
  });
  routes.use(mediaRoutes(services), contactRoutes(services), importRoutes(services));
  routes.use(express.json({ limit: MAX_BODY, strict: false }));
  routes.use(async (req, res, next) => {
    const actor: Actor | null = res.locals.actor ?? null;
    const context: ApiContext = {
      services,
      actor,
      requestHeaders: fromNodeHeaders(req.headers),
      setCookies: (cookies) => {
        for (const cookie of cookies) res.append("Set-Cookie", cookie);
      },
    };
    const { matched } = await handler.handle(req, res, { prefix: API_PREFIX, context });
    if (!matched) next();
  });
  return routes;
}

/** The two routes that come before there is anybody. */
function isOpen({ path }: Request): boolean {
  return path === "/setup" || path === "/setup/";
}

function asOrpcError(error: unknown, status: number): ORPCError<string, unknown> {
  if (error instanceof ORPCError && error.status === status) return error;
  return new ORPCError("INTERNAL_SERVER_ERROR", { status, cause: error });
}
