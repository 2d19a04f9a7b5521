/** A browser's session changes nothing unless the page that asks is ours and speaks JSON. Keys need no such guard: no browser adds them by itself. */
import type { NextFunction, Request, Response } from "express";
import { originOf } from "../auth/origins.ts";
import type { Config } from "../config.ts";
import { AppError } from "./app-error.ts";

/** Below /api: where files come in as they are. The page that asks is looked at like everywhere. */
const FILES = /^\/v1\/(media|contact-imports)\/?$/;
const READS = new Set(["GET", "HEAD", "OPTIONS"]);

export function sameOriginGuard(config: Pick<Config, "publicUrl" | "frontendUrl">) {
  return (req: Request, _res: Response, next: NextFunction): void => {
    if (!READS.has(req.method)) guard(config, req);
    next();
  };
}

function guard(config: Pick<Config, "publicUrl" | "frontendUrl">, req: Request): void {
  if (hasBody(req) && !FILES.test(req.path) && req.is("application/json") === false) {
    throw new AppError("unsupported-media-type", 415, "Send the body as application/json.");
  }
  if (req.headers.authorization !== undefined) return;
  const origin = originOf(config, req.headers);
  // A program without a session has nothing that another page could misuse.
  const isAllowed = origin === "own" || (origin === "unknown" && req.headers.cookie === undefined);
  if (!isAllowed) throw new AppError("foreign-origin", 403, "This request came from another site.");
}

function hasBody(req: Request): boolean {
  return req.headers["transfer-encoding"] !== undefined || Number(req.headers["content-length"] ?? 0) > 0;
}
