/**
 * Calls an HTTP API and keeps parts of its answer.
 * `{ "method": "GET", "url": "https://api.example.org/orders/{{ pedido }}", "save": [{ "path": "status", "name": "estado" }] }`
 */
import { z } from "zod";

export const httpRequestSchema = z.looseObject({
  method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]).default("GET"),
  /** Template. Values filled in are percent-encoded. */
  url: z.string().max(4_000),
  /** Values are templates. */
  headers: z
    .array(z.object({ name: z.string().min(1).max(100), value: z.string().max(2_000) }))
    .max(30)
    .default([]),
  /** Template. Sent as JSON unless a Content-Type header says otherwise. Values filled in are JSON-escaped. */
  body: z.string().max(20_000).optional(),
  /** Name of a stored secret, sent as a bearer token. */
  secret: z.string().max(64).optional(),
  timeoutSeconds: z.number().int().min(1).max(30).default(10),
  /** Further tries after a network error, 429 or 5xx. */
  retries: z.number().int().min(0).max(5).default(1),
  /** Parts of the JSON answer (dotted path, `items.0.name`; empty: all of it) to variables. */
  save: z
    .array(z.object({ path: z.string().max(200), name: z.string().min(1).max(64) }))
    .max(30)
    .default([]),
  /** Variable that takes the HTTP status. */
  saveStatusAs: z.string().max(64).optional(),
});
export type HttpRequestData = z.infer<typeof httpRequestSchema>;
