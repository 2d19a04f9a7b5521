/** An HTTP server that cuts callers who send too slowly: they must not hold connections. */
import { createServer, type Server } from "node:http";

export interface SlowLimits {
  /** Milliseconds for the headers to come whole. */
  headersMs: number;
  /** Milliseconds for the whole request. */
  requestMs: number;
  /** How often connections are looked at. */
  checkEveryMs: number;
}

/** Meta's largest deliveries (3 MB) come within seconds; a phone on a bad line gets a minute. */
const SLOW_LIMITS: SlowLimits = { headersMs: 15_000, requestMs: 60_000, checkEveryMs: 5_000 };

/** Callers who are too slow get 408 and are cut off. */
export function createLimitedServer({
  headersMs,
  requestMs,
  checkEveryMs,
}: SlowLimits = SLOW_LIMITS): Server {
  return createServer({
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: checkEveryMs,
  });
}
