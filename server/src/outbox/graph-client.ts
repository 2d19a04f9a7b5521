/** Posts JSON to a platform, and says honestly what is known of the outcome: answered, certainly not sent, or unknown. */
import { Agent, type Dispatcher } from "undici";
import type { SendAnswer } from "../channels/channel.ts";

/** From the first byte to the last: a server that drips an answer must not hold a conversation. */
const DEADLINE_MS = 30_000;
const CONNECT_TIMEOUT_MS = 5_000;
/** Answers are a few hundred bytes. */
const MAX_ANSWER_BYTES = 1024 * 1024;

export type PostOutcome =
  | { kind: "answered"; answer: SendAnswer }
  /** Nothing left this machine: safe to try again. */
  | { kind: "unsent"; reason: string }
  /** Bytes went out and no complete answer came back. */
  | { kind: "unknown"; reason: string };

export interface PostRequest {
  /** Scheme and host. */
  origin: string;
  path: string;
  token: string;
  body: string;
  /** Called when a connection is there, before the first byte; when it throws, nothing leaves this machine. */
  begin?(): void;
}

export interface GraphClientOptions {
  connections?: number;
  deadlineMs?: number;
  /** Rings once, unless what comes back is called before. Tests ring when it suits them. */
  alarm?: (ring: () => void, ms: number) => () => void;
}

function alarmByClock(ring: () => void, ms: number): () => void {
  const timer = setTimeout(ring, ms);
  return () => clearTimeout(timer);
}

export class GraphClient {
  private readonly agent: Agent;
  private readonly startDeadline: (expire: (reason: string) => void) => () => void;

  constructor({
    connections = 128,
    deadlineMs = DEADLINE_MS,
    alarm = alarmByClock,
  }: GraphClientOptions = {}) {
    const reason = `No complete answer within ${deadlineMs / 1000} s.`;
    this.startDeadline = (expire) => alarm(() => expire(reason), deadlineMs);
    this.agent = new Agent({
      connections,
      pipelining: 1,
      connect: { timeout: CONNECT_TIMEOUT_MS },
      // The deadline covers the whole exchange.
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: 10_000,
    });
  }

  /** Never rejects. Redirects are not followed: the token goes nowhere else. */
  post(request: PostRequest): Promise<PostOutcome> {
    return new Promise((resolve) => {
      const exchange = new Exchange(resolve, this.startDeadline, request.begin);
      try {
        this.agent.dispatch(
          {
            origin: request.origin,
            path: request.path,
            method: "POST",
            headers: {
              "content-type": "application/json",
              accept: "application/json",
              authorization: `Bearer ${request.token}`,
            },
            body: request.body,
          },
          exchange,
        );
      } catch (error) {
        exchange.onResponseError(null, error instanceof Error ? error : new Error(String(error)));
      }
    });
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }
}

class Exchange implements Dispatcher.DispatchHandler {
  private controller: Dispatcher.DispatchController | null = null;
  private status = 0;
  private retryAfterMs: number | null = null;
  private chunks: Buffer[] = [];
  private length = 0;
  private settled = false;
  private readonly clearDeadline: () => void;

  constructor(
    private readonly resolve: (outcome: PostOutcome) => void,
    startDeadline: (expire: (reason: string) => void) => () => void,
    private readonly begin: (() => void) | undefined,
  ) {
    this.clearDeadline = startDeadline((reason) => this.expire(reason));
  }

  /** Called when a connection is there and just before the request is written to it. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    try {
      if (this.settled) throw new Error("the deadline passed before the request was written");
      this.begin?.();
      this.controller = controller;
    } catch (error) {
      controller.abort(error instanceof Error ? error : new Error(String(error)));
    }
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    this.status = status;
    this.retryAfterMs = readRetryAfter(headers["retry-after"]);
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.length += chunk.length;
    if (this.length <= MAX_ANSWER_BYTES) {
      this.chunks.push(chunk);
      return;
    }
    // Cut: what is there can't be complete JSON, so the status alone decides.
    this.settleAnswered("");
    controller.abort(new Error("the answer is larger than 1 MB"));
  }

  onResponseEnd(): void {
    this.settleAnswered(Buffer.concat(this.chunks).toString("utf8"));
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: Error): void {
    const reason = "code" in error ? `${String(error.code)}: ${error.message}` : error.message;
    this.settle(this.controller === null ? { kind: "unsent", reason } : { kind: "unknown", reason });
  }

  private expire(reason: string): void {
    this.settle(this.controller === null ? { kind: "unsent", reason } : { kind: "unknown", reason });
    this.controller?.abort(new Error(reason));
  }

  private settleAnswered(text: string): void {
    this.settle({
      kind: "answered",
      answer: { status: this.status, body: readJson(text), retryAfterMs: this.retryAfterMs },
    });
  }

  private settle(outcome: PostOutcome): void {
    if (this.settled) return;
    this.settled = true;
    this.clearDeadline();
    this.resolve(outcome);
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Longest wait taken from a platform's word. */
const MAX_RETRY_AFTER_MS = 3_600_000;

/** Seconds or a date. */
function readRetryAfter(header: string | string[] | undefined): number | null {
  if (typeof header !== "string" || header === "") return null;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.min(MAX_RETRY_AFTER_MS, Math.max(0, ms)) : null;
}
