/** Posts the simulated phone's webhooks to this server's own public route, signed with the channel's app secret, repeated until taken: as Meta does. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { Agent, request } from "undici";
import { sign } from "../../webhooks/signature.ts";

const TRIES = 6;
const FIRST_PAUSE_MS = 100;
const TIMEOUT_MS = 10_000;

export class WebhookSender {
  private readonly agent = new Agent({
    connections: 16,
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
  });
  private readonly underWay = new Set<Promise<void>>();

  /** @param url this server as it reaches itself, without a slash at its end */
  constructor(
    private readonly url: () => string,
    private readonly log: Logger,
  ) {}

  /** Throws when the route did not answer 200 after some tries. */
  async post(appSecret: string, body: unknown): Promise<void> {
    const bytes = Buffer.from(JSON.stringify(body));
    const headers = { "content-type": "application/json", "x-hub-signature-256": sign(bytes, appSecret) };
    let last = "";
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (tries > 0) await sleep(FIRST_PAUSE_MS * 2 ** (tries - 1));
      last = await this.postOnce(bytes, headers);
      if (last === "200") return;
    }
    throw new Error(`The webhook route did not take the simulated delivery (${last}).`);
  }

  private async postOnce(bytes: Buffer, headers: Record<string, string>): Promise<string> {
    try {
      const url = `${this.url()}/api/webhooks/meta`;
      const answer = await request(url, { method: "POST", headers, body: bytes, dispatcher: this.agent });
      await answer.body.dump();
      return String(answer.statusCode);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** Posts without being waited for, except by `idle`. */
  postLater(appSecret: string, body: unknown): void {
    const posting: Promise<void> = this.post(appSecret, body)
      .catch((error: unknown) => this.log.warn({ err: error }, "a simulated webhook was lost"))
      .finally(() => this.underWay.delete(posting));
    this.underWay.add(posting);
  }

  async idle(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  async close(): Promise<void> {
    await this.idle();
    await this.agent.close();
  }
}
