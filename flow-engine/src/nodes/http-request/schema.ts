/**
 * Calls an HTTP API and keeps parts of its answer.
 * `{ "method": "GET", "url": "https://api.example.org/orders/{{ pedido }}", "auth": { "kind": "bearer", "secret": "shop" }, "save": [{ "path": "status", "name": "estado" }] }`
 */
import { z } from "zod";
import { httpAuthSchema } from "../../effects/task.ts";
import { taskPolicyFields } from "../error-policy.ts";
import { savedPartsField } from "../saved-parts.ts";

export const BODY_KINDS = ["json", "form", "text"] as const;

export const httpRequestSchema = z.looseObject({
  method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]).default("GET").describe("The HTTP method."),
  url: z.string().max(4_000).describe("Template. What is filled in is percent-encoded."),
  headers: z
    .array(
      z.object({
        name: z.string().min(1).max(100).describe("Name of the header."),
        value: z.string().max(2_000).describe("Template."),
      }),
    )
    .max(30)
    .default([])
    .describe("Headers to send."),
  auth: httpAuthSchema
    .optional()
    .describe(
      "A stored secret by its name: `bearer`, `basic` (the secret holds `user:password`), or a `header` of your own. Its value never enters the flow.",
    ),
  bodyKind: z
    .enum(BODY_KINDS)
    .default("json")
    .describe("What the body is, and so its Content-Type. What is filled in is escaped for it."),
  body: z.string().max(20_000).optional().describe("Template. The body, with `json` and `text`."),
  form: z
    .array(
      z.object({
        name: z.string().min(1).max(100).describe("Name of the field."),
        value: z.string().max(2_000).describe("Template."),
      }),
    )
    .max(50)
    .default([])
    .describe("The fields, with `form`."),
  save: savedPartsField,
  saveStatusAs: z.string().max(64).optional().describe("Variable that takes the HTTP status."),
  ...taskPolicyFields,
});
export type HttpRequestData = z.infer<typeof httpRequestSchema>;
