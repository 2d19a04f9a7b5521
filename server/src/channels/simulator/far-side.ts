/** The simulator's stand-in for Meta: takes sends as Graph would, and reports them sent, delivered and read by real webhooks. */
import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { newId } from "../../db/ids.ts";
import { parseJson } from "../../webhooks/parse-json.ts";
import { readBody } from "../../webhooks/read-body.ts";
import { playedBy } from "../channel.ts";
import type { ChannelDirectory, ChannelRecord } from "../directory.ts";
import { graphError, judge, readReceiptSchema } from "./graph-rules.ts";
import { judgePageSend } from "./page-rules.ts";
import { type PagePlatform, pageStatusBody } from "./page-wire.ts";
import type { WebhookSender } from "./webhook-sender.ts";
import { statusBody, type WireStatus } from "./wire-messages.ts";

const ROUTE = /^\/simulator\/graph\/v\d+\.\d+\/([\w-]{1,64})\/messages$/;
/** Statuses of so long go in one delivery. */
const STATUS_PAUSE_MS = 5;
/** How long a chat counts as open after its phone wrote or read. */
const OPEN_MS = 15_000;

interface StatusQueue {
  channel: ChannelRecord;
  statuses: WireStatus[];
}

export class FarSide {
  private readonly queues = new Map<string, StatusQueue>();
  private timer: NodeJS.Timeout | null = null;
  /** Chats on screen, until when. */
  private readonly open = new Map<string, number>();

  constructor(
    private readonly directory: ChannelDirectory,
    private readonly sender: WebhookSender,
    private readonly now: () => Date,
  ) {}

  /** `POST /simulator/graph/:version/:phoneNumberId/messages`; other paths go to `next`. */
  readonly handler = (req: IncomingMessage, res: ServerResponse, next: () => void): void => {
    const platformId = ROUTE.exec((req.url ?? "").split("?", 1)[0] ?? "")?.[1];
    if (platformId === undefined || req.method !== "POST") {
      next();
      return;
    }
    this.answerSend(platformId, req, res).catch(() => {
      if (!res.headersSent && !res.destroyed) answer(res, 500, graphError(131000, "Something went wrong"));
    });
  };

  /** The phone shows this chat: what is delivered now is read at once. */
  openChat(channelId: string, phone: string): void {
    const now = this.now().getTime();
    this.open.set(`${channelId}:${phone}`, now + OPEN_MS);
    if (this.open.size > 10_000) for (const [key, until] of this.open) if (until < now) this.open.delete(key);
  }

  /** Reports statuses a little later, together with others of the moment. */
  report(channel: ChannelRecord, statuses: readonly WireStatus[]): void {
    const queue = this.queues.get(channel.id) ?? { channel, statuses: [] };
    queue.statuses.push(...statuses);
    this.queues.set(channel.id, queue);
    this.timer ??= setTimeout(() => this.flush(), STATUS_PAUSE_MS);
  }

  /** After every report is posted. */
  async idle(): Promise<void> {
    this.flush();
    await this.sender.idle();
  }

  private flush(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    for (const { channel, statuses } of this.queues.values()) {
      if (channel.appSecret === null) continue;
      const source = { accountId: channel.platformId, platformId: channel.platformId };
      const plays = playedBy(channel.platform, channel.settings);
      const body =
        plays === "whatsapp" ? statusBody(source, statuses) : pageStatusBody(plays, source, statuses);
      if (body !== null) this.sender.postLater(channel.appSecret, body);
    }
    this.queues.clear();
  }

  private async answerSend(platformId: string, req: IncomingMessage, res: ServerResponse): Promise<void> {
    const channel = (await this.directory.current()).byPlatformId("simulator", platformId);
    const body = await readBody(req);
    if (channel === undefined)
      return answer(res, 400, graphError(100, "Unsupported post request. Object does not exist"));
    if (!hasToken(req, channel)) return answer(res, 401, graphError(190, "Invalid OAuth access token"));
    const parsed = body === "too-large" ? null : parseJson(body);
    if (!parsed?.ok)
      return answer(res, 400, graphError(100, "Invalid parameter", "The request is not JSON."));
    const plays = playedBy(channel.platform, channel.settings);
    if (plays !== "whatsapp") {
      this.answerPageSend(channel, plays, parsed.value, res);
      return;
    }
    if (readReceiptSchema.safeParse(parsed.value).success) return answer(res, 200, { success: true });
    const verdict = judge(parsed.value);
    if (!verdict.ok) return answer(res, 400, graphError(verdict.code, "Invalid parameter", verdict.details));
    const { to = "", recipient = "", biz_opaque_callback_data } = verdict.send;
    const phone = to === "" ? recipient : to.slice(1);
    const wamid = newWamid();
    answer(res, 200, {
      messaging_product: "whatsapp",
      contacts: [{ input: to || recipient, wa_id: phone }],
      messages: [{ id: wamid }],
    });
    this.reportSend(channel, wamid, phone, biz_opaque_callback_data);
  }

  private answerPageSend(
    channel: ChannelRecord,
    platform: PagePlatform,
    request: unknown,
    res: ServerResponse,
  ): void {
    const verdict = judgePageSend(platform, request);
    if (!verdict.ok) {
      answer(res, 400, graphError(100, "Invalid parameter", verdict.details));
      return;
    }
    const { recipient, metadata, isAction } = verdict;
    const mid = newWamid();
    answer(res, 200, { recipient_id: recipient, ...(isAction ? {} : { message_id: mid }) });
    if (recipient !== null && !isAction) this.reportSend(channel, mid, recipient, metadata);
  }

  private reportSend(channel: ChannelRecord, wamid: string, phone: string, opaque: string | undefined): void {
    const at = this.now();
    const isOpen = (this.open.get(`${channel.id}:${phone}`) ?? 0) > at.getTime();
    const steps: WireStatus["status"][] = isOpen ? ["sent", "delivered", "read"] : ["sent", "delivered"];
    this.report(
      channel,
      steps.map((status) => ({ wamid, phone, status, opaque, at })),
    );
  }
}

/** Shaped as WhatsApp's own ids, and plainly not one. */
export function newWamid(): string {
  return `wamid.SIM${newId().replaceAll("-", "").toUpperCase()}`;
}

function hasToken(req: IncomingMessage, channel: ChannelRecord): boolean {
  const given = Buffer.from(req.headers.authorization ?? "");
  const right = Buffer.from(`Bearer ${channel.accessToken ?? ""}`);
  return channel.accessToken !== null && given.length === right.length && timingSafeEqual(given, right);
}

function answer(res: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  res.writeHead(status, { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) });
  res.end(text);
}
