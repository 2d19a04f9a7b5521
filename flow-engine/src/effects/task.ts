/** Work that takes time or may fail outside: the server performs it, its result comes back as an input. */
import { z } from "zod";

/** How a stored secret is shown to an API. Its value never enters the engine. */
export const httpAuthSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("bearer").describe("`Authorization: Bearer …`."),
    secret: z.string().describe("Name of the stored secret."),
  }),
  z.object({
    kind: z.literal("basic").describe("`Authorization: Basic …`."),
    secret: z.string().describe("Name of the stored secret, which holds `user:password`."),
  }),
  z.object({
    kind: z.literal("header").describe("A header of your own."),
    name: z.string().describe("Name of the header."),
    secret: z.string().describe("Name of the stored secret."),
  }),
]);
export type HttpAuth = z.infer<typeof httpAuthSchema>;

export const httpTaskSchema = z.object({
  kind: z.literal("http-request"),
  method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string().optional(),
  auth: httpAuthSchema.optional(),
  timeoutMs: z.number().int(),
  /** Further tries after a network error, 429 or 5xx. */
  retries: z.number().int(),
});

/** A question to a language model behind an OpenAI-compatible endpoint. The result's body is `{ text }`, or `{ data }` for JSON. */
export const aiTaskSchema = z.object({
  kind: z.literal("ai-chat"),
  /** Base address of the endpoint, without `/chat/completions`. */
  url: z.string(),
  model: z.string(),
  /** Name of a stored secret, sent as a bearer token. */
  secret: z.string().optional(),
  system: z.string(),
  /** What is asked now; empty: the conversation's latest message is the question. */
  prompt: z.string(),
  /** How many of the conversation's latest messages the model sees before it. */
  history: z.number().int(),
  /** JSON Schema of the answer; absent: a text. */
  schema: z.record(z.string(), z.unknown()).optional(),
  maxTokens: z.number().int(),
  temperature: z.number(),
  timeoutMs: z.number().int(),
  retries: z.number().int(),
});

/** Tells somebody outside the chat. The result's body is null. */
export const notifyTaskSchema = z.object({
  kind: z.literal("notify"),
  /** `chat`: an incoming webhook of Slack, Mattermost, Google Chat and their like, which take `{ "text" }`. */
  by: z.enum(["email", "webhook", "chat"]),
  /** E-mail: addresses, separated by commas. Else the address to post to, unless the secret holds it. */
  to: z.string(),
  secret: z.string().optional(),
  subject: z.string(),
  text: z.string(),
  /** With `webhook`: posted instead of the text. */
  data: z.record(z.string(), z.unknown()).optional(),
  timeoutMs: z.number().int(),
  retries: z.number().int(),
});

export const taskSchema = z.discriminatedUnion("kind", [httpTaskSchema, aiTaskSchema, notifyTaskSchema]);
export type EngineTask = z.infer<typeof taskSchema>;
export type TaskOf<K extends EngineTask["kind"]> = Extract<EngineTask, { kind: K }>;
