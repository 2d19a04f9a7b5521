/** Trying out what a flow sends to other servers. */
import { httpTaskSchema } from "@hilo/flow-engine";
import { oc } from "@orpc/contract";
import { z } from "zod";

/** As long as a filled-in text can become. */
const MAX_CHARS = 10_000;
const MAX_HEADERS = 31;

export const triedRequest = httpTaskSchema.omit({ kind: true, retries: true }).extend({
  url: z.string().max(MAX_CHARS),
  headers: z
    .record(z.string().max(100), z.string().max(MAX_CHARS))
    .refine((headers) => Object.keys(headers).length <= MAX_HEADERS, "these are too many headers"),
  /** A form's fields, each as long as it may be, and their names. */
  body: z.string().max(1_000_000).optional(),
  timeoutMs: z.number().int().min(1).max(60_000),
});
export type TriedRequest = z.infer<typeof triedRequest>;

export const triedAnswer = z.object({
  /** Null: a flow would go on by its usual way. */
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** Null: there was no answer. */
  status: z.number().int().nullable(),
  durationMs: z.number().int(),
  headers: z.record(z.string(), z.string()),
  /** Where it holds the secret that was sent, the secret is masked. */
  body: z.string(),
});
export type TriedAnswer = z.infer<typeof triedAnswer>;

export const requestsContract = {
  /** Sends a request once, as a flow's step would, and shows the answer. Secrets go by their names. At most 30 a minute. */
  try: oc
    .route({ method: "POST", path: "/requests/try", tags: ["Flows"] })
    .input(triedRequest.strict())
    .output(triedAnswer),
};
