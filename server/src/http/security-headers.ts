/** Headers that keep a browser from doing what a page of ours never asks for. */
import type { RequestHandler } from "express";
import helmet from "helmet";
import type { Config } from "../config.ts";

const YEAR_S = 31_536_000;

/** The editor's components set inline style attributes and one style element each; scripts come from files only. */
export function securityHeaders({ publicUrl }: Pick<Config, "publicUrl">): RequestHandler {
  const secure = publicUrl.startsWith("https://");
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        // Customers' pictures and previews by address come from anywhere, but never as anything else.
        imgSrc: ["'self'", "data:", "blob:", "https:"],
        mediaSrc: ["'self'", "blob:", "https:"],
        fontSrc: ["'self'"],
        // Not every browser counts the live connection's own scheme as 'self'.
        connectSrc: ["'self'", new URL(publicUrl.replace(/^http/, "ws")).origin],
        workerSrc: ["'self'", "blob:"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: YEAR_S, includeSubDomains: true } : false,
    // Both would break a server that is reached by plain http in a company's network.
    crossOriginOpenerPolicy: secure ? { policy: "same-origin" } : false,
    originAgentCluster: secure,
    referrerPolicy: { policy: "same-origin" },
    frameguard: { action: "deny" },
  });
}
