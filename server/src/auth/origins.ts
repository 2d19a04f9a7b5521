/** Which web pages may use a browser's session here: our own, by configuration or by being on the same host. Pure. */
import type { IncomingHttpHeaders } from "node:http";
import type { Config } from "../config.ts";

type Origins = Pick<Config, "publicUrl" | "frontendUrl">;

/** @param host the request's Host header */
export function isOwnOrigin(origins: Origins, origin: string, host: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  if (url.origin !== origin) return false;
  return (
    url.origin === new URL(origins.publicUrl).origin ||
    url.origin === new URL(origins.frontendUrl).origin ||
    url.host === host
  );
}

/** The answer to a request that would change something. */
export type OriginVerdict = "own" | "foreign" | "unknown";

/** Browsers name the page's origin with everything but plain reads; programs name none. */
export function originOf(origins: Origins, headers: IncomingHttpHeaders): OriginVerdict {
  const { origin, host } = headers;
  if (origin !== undefined) return isOwnOrigin(origins, origin, host) ? "own" : "foreign";
  const site = headers["sec-fetch-site"];
  if (site === undefined) return "unknown";
  return site === "same-origin" ? "own" : "foreign";
}
