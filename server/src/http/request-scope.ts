/** First for every request: an id, a line in the log when it ends, and the client's true address. */
import { randomUUID } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import type { Logger } from "pino";
import { CLIENT_IP_HEADER } from "../auth/auth.ts";
import { clientAddress } from "../auth/client-address.ts";
import type { Metrics } from "../metrics/metrics.ts";
import { pathOf } from "./log.ts";

export const REQUEST_ID_HEADER = "X-Request-Id";

/** Asked every few seconds by machines: not worth a line each. */
const QUIET = new Set(["/livez", "/readyz", "/metrics"]);

export function requestScope(log: Logger, metrics: Metrics) {
  return (req: Request, res: Response, next: NextFunction): void => {
    const startedAt = performance.now();
    const id = randomUUID();
    res.setHeader(REQUEST_ID_HEADER, id);
    // Express works the address out from the proxies it trusts; whatever a client wrote under this name is replaced.
    req.headers[CLIENT_IP_HEADER] = clientAddress(req.ip ?? req.socket.remoteAddress);
    res.on("finish", () => {
      const seconds = (performance.now() - startedAt) / 1_000;
      metrics.httpDuration.observe({ method: req.method, status: String(res.statusCode) }, seconds);
      const path = pathOf(req);
      if (QUIET.has(path) || path.startsWith("/assets/")) return;
      log.info(
        { req_id: id, method: req.method, path, status: res.statusCode, ms: Math.round(seconds * 1_000) },
        "request",
      );
    });
    next();
  };
}
