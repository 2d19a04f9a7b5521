/** Meta's Graph API for everything but sending: reads and changes of accounts, templates, media, leads, tokens. */
import { request } from "undici";
import { z } from "zod";
import type { Login, Platform } from "../channels/channel.ts";
import { deliveryError, type ErrorClass } from "../channels/errors.ts";
import type { Config } from "../config.ts";

const TIMEOUT_MS = 15_000;
/** A page of templates is some hundred KiB. */
const MAX_ANSWER_BYTES = 2 * 1024 * 1024;
/** Pages of one list: a hundred entries each. An account has 6,000 templates at most. */
const MAX_PAGES = 100;

/** Ids come as text, or as numbers where they are short. */
export const graphId = z.union([z.string(), z.number()]).transform(String);

/** Meta refused, or could not be asked. `code` is Meta's own, or `unreachable`, `http-500`, `unreadable`. */
export class GraphFailure extends Error {
  override readonly name = "GraphFailure";
  constructor(
    readonly code: string,
    readonly class_: ErrorClass,
    message: string,
  ) {
    super(message);
  }
}

export interface GraphCall {
  /** Below the version: `123/message_templates`. */
  path: string;
  /** Null: the request proves itself by its parameters. */
  token: string | null;
  params?: Readonly<Record<string, string>>;
  /** Whose token it is, and so which host is asked; Facebook's when absent. */
  login?: Login;
  /** Asked instead of the host and its version: some addresses of Instagram's have none. */
  at?: string;
  /** The channel's own version; absent: the configured one. */
  version?: string | null | undefined;
  /** Whose error codes count. */
  platform?: Platform;
}

interface Body {
  type: string;
  text: string;
}
const JSON_TYPE = "application/json";

const refusedSchema = z.object({
  error: z.object({
    code: z.union([z.number(), z.string()]).transform(String),
    error_subcode: z.union([z.number(), z.string()]).transform(String).optional().catch(undefined),
    message: z.string().catch(""),
    error_user_msg: z.string().optional().catch(undefined),
  }),
});

export class GraphApi {
  constructor(private readonly config: Pick<Config, "graph">) {}

  /** @throws GraphFailure */
  async get<S extends z.ZodType>(call: GraphCall, schema: S): Promise<z.infer<S>> {
    return this.read(await this.send("GET", call), schema);
  }

  /** @param json the request's body. @throws GraphFailure */
  async post<S extends z.ZodType>(call: GraphCall & { json?: unknown }, schema: S): Promise<z.infer<S>> {
    const body = call.json === undefined ? undefined : { type: JSON_TYPE, text: JSON.stringify(call.json) };
    return this.read(await this.send("POST", call, body), schema);
  }

  /** @param form the request's body. @throws GraphFailure */
  async postForm<S extends z.ZodType>(
    call: GraphCall & { form: Readonly<Record<string, string>> },
    schema: S,
  ): Promise<z.infer<S>> {
    const body = { type: "application/x-www-form-urlencoded", text: `${new URLSearchParams(call.form)}` };
    return this.read(await this.send("POST", call, body), schema);
  }

  /** @throws GraphFailure */
  async delete(call: GraphCall): Promise<void> {
    await this.send("DELETE", call);
  }

  /** All pages of a list, in order: never a part of it. @throws GraphFailure */
  async list<S extends z.ZodType>(call: GraphCall, item: S): Promise<z.infer<S>[]> {
    const page = z.object({
      data: z.array(item),
      paging: z
        .object({ cursors: z.object({ after: z.string() }).optional(), next: z.string().optional() })
        .optional(),
    });
    const items: z.infer<S>[] = [];
    let after: string | undefined;
    for (let pages = 0; pages < MAX_PAGES; pages++) {
      const params = { ...call.params, limit: "100", ...(after ? { after } : {}) };
      const { data, paging } = await this.get({ ...call, params }, page);
      items.push(...data);
      after = paging?.next ? paging.cursors?.after : undefined;
      if (after === undefined) return items;
    }
    throw new GraphFailure("endless-list", "unknown", "The platform's list does not end.");
  }

  private url({ path, version, params, login, at }: GraphCall): string {
    const { graph } = this.config;
    const host = login === "instagram" ? graph.instagramUrl : graph.url;
    const query = params && Object.keys(params).length > 0 ? `?${new URLSearchParams(params)}` : "";
    return `${at ?? `${host}/${version ?? graph.version}`}/${path}${query}`;
  }

  private async send(method: "GET" | "POST" | "DELETE", call: GraphCall, body?: Body): Promise<unknown> {
    const url = this.url(call);
    let status: number;
    let text: string;
    try {
      // The token goes in a header, never in an address that ends up in logs.
      const answer = await request(url, {
        method,
        headers: {
          ...(call.token === null ? {} : { authorization: `Bearer ${call.token}` }),
          accept: "application/json",
          ...(body === undefined ? {} : { "content-type": body.type }),
        },
        body: body?.text ?? null,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      status = answer.statusCode;
      text = await readUpTo(answer.body, MAX_ANSWER_BYTES);
    } catch {
      throw new GraphFailure(
        "unreachable",
        "retry",
        `${new URL(url).host} can't be reached from this server.`,
      );
    }
    const answer = parsed(text);
    if (status >= 200 && status < 300) return answer;
    throw failureOf(call.platform ?? "whatsapp", status, answer);
  }

  private read<S extends z.ZodType>(body: unknown, schema: S): z.infer<S> {
    const result = schema.safeParse(body);
    if (result.success) return result.data;
    throw new GraphFailure("unreadable", "unknown", "The platform's answer can't be read.");
  }
}

/** Of an answer that was no success. @param text its body, JSON or not */
export function readGraphFailure(platform: Platform, status: number, text: string): GraphFailure {
  return failureOf(platform, status, parsed(text));
}

function failureOf(platform: Platform, status: number, body: unknown): GraphFailure {
  const refused = refusedSchema.safeParse(body).data?.error;
  if (!refused) {
    const class_ = status === 429 || status >= 500 ? "retry" : "unknown";
    return new GraphFailure(`http-${status}`, class_, `The platform answered with HTTP status ${status}.`);
  }
  const { code, error_subcode: subcode, error_user_msg, message } = refused;
  const error = deliveryError(platform, { code, subcode }, error_user_msg ?? message);
  return new GraphFailure(error.code, error.class ?? "unknown", error.message);
}

/** @throws Error when there is more */
export async function readUpTo(
  body: AsyncIterable<Buffer> & { destroy(): void },
  maxBytes: number,
): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxBytes) {
      body.destroy();
      throw new Error(`the answer is over ${maxBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
