/** A real HTTP server that stands for graph.facebook.com: keeps a ledger of what it accepted, misbehaves on request, sends status webhooks. */
import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { GraphAccount } from "./graph-account.ts";

const sendSchema = z.looseObject({
  to: z.string().optional(),
  type: z.string(),
  biz_opaque_callback_data: z.string(),
});
/** Of Messenger and Instagram: our id goes along as the message's metadata. */
const pageSendSchema = z
  .looseObject({
    recipient: z.looseObject({ id: z.string().optional() }),
    message: z.looseObject({ metadata: z.string() }),
  })
  .transform((body) => ({
    ...body,
    to: body.recipient.id,
    type: "page-message",
    biz_opaque_callback_data: body.message.metadata,
  }));
const anySendSchema = z.union([sendSchema, pageSendSchema]);

export interface GraphRequest {
  path: string;
  platformId: string;
  token: string;
  body: z.infer<typeof sendSchema>;
  /** Our message id, as sent along. */
  opaque: string;
  /** Order of arrival. */
  n: number;
}

export interface Accepted extends GraphRequest {
  wamid: string;
  acceptedAt: number;
}

/** What one request gets. `accepts` says that the platform took the message although its answer is lost. */
export type Script =
  | { kind: "accept"; delayMs?: number }
  | { kind: "reply"; status: number; body: unknown; headers?: Record<string, string>; delayMs?: number }
  | { kind: "hang"; accepts: boolean }
  | { kind: "reset"; accepts: boolean; afterHeaders?: boolean }
  | { kind: "drip"; accepts: boolean }
  | { kind: "flood"; accepts: boolean };

export const metaError = (code: number, message = "refused"): unknown => ({
  error: { code, message, type: "OAuthException" },
});

export class GraphStandIn {
  readonly requests: GraphRequest[] = [];
  readonly ledger: Accepted[] = [];
  /** Everything that is no send. */
  readonly account = new GraphAccount();
  /** Called when a request has come that will never have a complete answer. */
  onSilence: () => void = () => {};
  private readonly server: Server;
  private script: (request: GraphRequest) => Script | Promise<Script> = () => ({ kind: "accept" });

  private constructor() {
    this.server = createServer((req, res) => {
      this.handle(req, res).catch(() => res.destroy());
    });
  }

  static async start(): Promise<GraphStandIn> {
    const standIn = new GraphStandIn();
    await new Promise<void>((resolve) => standIn.server.listen(0, "127.0.0.1", resolve));
    return standIn;
  }

  get url(): string {
    const address = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${address.port}`;
  }

  /** How requests are answered from now on; accepted at once when nothing is said. */
  answerWith(script: (request: GraphRequest) => Script | Promise<Script>): void {
    this.script = script;
  }

  /** The first requests get these, later ones are accepted. */
  answerInTurn(...scripts: Script[]): void {
    this.answerWith(() => scripts.shift() ?? { kind: "accept" });
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const bytes = await readAll(req);
    if (req.method !== "POST" || !/\/messages$/.test(new URL(req.url ?? "/", this.url).pathname))
      return this.account.handle(req, res, bytes.toString("latin1"), this.url);
    const request = this.read(req, bytes);
    const script = await this.script(request);
    if ("delayMs" in script && script.delayMs) await sleep(script.delayMs);
    if (script.kind === "accept") {
      const { wamid } = this.accept(request);
      if (request.body.type === "page-message")
        return reply(res, 200, { recipient_id: request.body.to, message_id: wamid });
      return reply(res, 200, { messaging_product: "whatsapp", contacts: [], messages: [{ id: wamid }] });
    }
    if (script.kind === "reply") return reply(res, script.status, script.body, script.headers);
    if (script.accepts) this.accept(request);
    misbehave(script, req, res, () => this.onSilence());
  }

  private read(req: IncomingMessage, bytes: Buffer): GraphRequest {
    const body = anySendSchema.parse(JSON.parse(bytes.toString("utf8")));
    const path = req.url ?? "";
    const request = {
      path,
      platformId: path.split("/")[2] ?? "",
      token: (req.headers.authorization ?? "").replace(/^Bearer /, ""),
      body,
      opaque: body.biz_opaque_callback_data,
      n: this.requests.length,
    };
    this.requests.push(request);
    return request;
  }

  private accept(request: GraphRequest): Accepted {
    const accepted = {
      ...request,
      wamid: `wamid.TEST${this.ledger.length + 1}`,
      acceptedAt: performance.now(),
    };
    this.ledger.push(accepted);
    return accepted;
  }
}

async function readAll(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function misbehave(
  script: Exclude<Script, { kind: "accept" | "reply" }>,
  req: IncomingMessage,
  res: ServerResponse,
  silent: () => void,
): void {
  switch (script.kind) {
    case "hang":
      silent();
      return;
    case "reset":
      if (script.afterHeaders)
        res.writeHead(200, { "content-type": "application/json" }).write('{"messages":[{"id":"wam');
      setTimeout(() => req.socket.destroy(), 10);
      return;
    case "drip": {
      res.writeHead(200, { "content-type": "application/json" });
      const timer = setInterval(() => res.write(" ", silent), 20);
      res.on("close", () => clearInterval(timer));
      return;
    }
    case "flood": {
      res.writeHead(200, { "content-type": "application/json" });
      const chunk = Buffer.alloc(256 * 1024, " ");
      const more = () => {
        while (!res.destroyed && res.write(chunk));
      };
      res.on("drain", more);
      more();
    }
  }
}

function reply(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  res.writeHead(status, { "content-type": "application/json", ...headers });
  res.end(text);
}

export interface StatusLine {
  wamid: string;
  status: "sent" | "delivered" | "read" | "failed";
  opaque?: string;
  code?: number;
}

/** A WhatsApp webhook body with statuses, in the order given. */
export function statusesBody(platformId: string, statuses: readonly StatusLine[]): unknown {
  return webhookBody(platformId, {
    statuses: statuses.map(({ wamid, status, opaque, code }) => ({
      id: wamid,
      status,
      timestamp: "1760000000",
      recipient_id: "573001112233",
      ...(opaque ? { biz_opaque_callback_data: opaque } : {}),
      ...(code ? { errors: [{ code, title: "failed" }] } : {}),
    })),
  });
}

/** A WhatsApp webhook body with one text message. */
export function textBody(platformId: string, from: string, wamid: string, text: string): unknown {
  return webhookBody(platformId, {
    contacts: [{ profile: { name: "Ana" }, wa_id: from }],
    messages: [
      { from, id: wamid, timestamp: `${Math.floor(Date.now() / 1_000)}`, type: "text", text: { body: text } },
    ],
  });
}

export function webhookBody(platformId: string, value: Record<string, unknown>): unknown {
  const metadata = { display_phone_number: "15550001111", phone_number_id: platformId };
  return {
    object: "whatsapp_business_account",
    entry: [
      {
        id: "102290129340398",
        changes: [{ field: "messages", value: { messaging_product: "whatsapp", metadata, ...value } }],
      },
    ],
  };
}

/** Posts a webhook signed as Meta signs it. Answers the HTTP status. */
export async function postSigned(url: string, secret: string, body: unknown): Promise<number> {
  const bytes = Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  const signature = `sha256=${createHmac("sha256", secret).update(bytes).digest("hex")}`;
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", "x-hub-signature-256": signature },
    body: bytes,
  });
  await answer.arrayBuffer();
  return answer.status;
}
