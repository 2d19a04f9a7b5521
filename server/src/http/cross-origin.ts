/** A web application on another origin (FRONTEND_URL) may ask; nobody else's pages may read an answer. */
import type { NextFunction, Request, Response } from "express";
import type { Config } from "../config.ts";

/** Seconds a browser need not ask again. */
const PREFLIGHT_S = "600";

export function crossOrigin({ frontendUrl, publicUrl }: Pick<Config, "frontendUrl" | "publicUrl">) {
  const allowed = new URL(frontendUrl).origin;
  const isElsewhere = allowed !== new URL(publicUrl).origin;
  return (req: Request, res: Response, next: NextFunction): void => {
    res.vary("Origin");
    const isFrontend = isElsewhere && req.headers.origin === allowed;
    if (isFrontend) {
      res.set({ "Access-Control-Allow-Origin": allowed, "Access-Control-Allow-Credentials": "true" });
    }
    if (isFrontend && req.method === "OPTIONS") answerPreflight(res);
    else next();
  };
}

function answerPreflight(res: Response): void {
  res.set({
    "Access-Control-Allow-Methods": "GET, POST, PUT, PATCH, DELETE",
    "Access-Control-Allow-Headers": "Authorization, Content-Type",
    "Access-Control-Max-Age": PREFLIGHT_S,
  });
  res.status(204).end();
}
