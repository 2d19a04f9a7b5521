/** Everybody outside: customers whose messages Meta posts until they are answered 200, and Meta's reports of what it was sent. */
import { setTimeout as sleep } from "node:timers/promises";
import type { GraphStandIn } from "../../support/graph-stand-in.ts";
import { post, statusDelivery, textDelivery, type WhatsAppNumber } from "../../support/whatsapp-webhook.ts";

/** What Meta saw accepted: by id, the text and who said it, in the order of the 200s. */
export interface Said {
  id: string;
  who: string;
  text: string;
}

const AGAIN_MS = 60;

export class FarSide {
  /** Answered 200. */
  readonly said: Said[] = [];
  /** Answers other than 200, by status; 0 is no answer. */
  readonly refusals = new Map<number, number>();
  private reported = 0;
  private reporting = true;
  private readonly reports: Promise<void>;
  private made = 0;

  /** @param doors where webhooks may be posted at the moment; Meta tries any of them */
  constructor(
    private readonly graph: GraphStandIn,
    readonly number: WhatsAppNumber,
    private readonly doors: () => readonly string[],
  ) {
    this.reports = this.report();
  }

  /** Posted until it is answered 200, to `door` first. @param options.copies posts of the same delivery at once */
  async say(
    who: string,
    text: string,
    options: { door?: string; copies?: number; id?: string } = {},
  ): Promise<void> {
    this.made += 1;
    const id = options.id ?? `wamid.in.${who}.${this.made}`;
    const body = textDelivery(this.number, who, id, text);
    const copies = Array.from({ length: options.copies ?? 1 }, () => this.deliver(body, options.door));
    await Promise.all(copies);
    this.said.push({ id, who, text });
  }

  /** Posted once. @returns the HTTP status, 0 for no answer */
  tryOnce(who: string, text: string, id: string): Promise<number> {
    return this.attempt(textDelivery(this.number, who, id, text));
  }

  async deliver(body: string, door?: string): Promise<void> {
    for (let tries = 0; (await this.attempt(body, tries === 0 ? door : undefined)) !== 200; tries += 1)
      await sleep(AGAIN_MS);
  }

  private async attempt(body: string, door?: string): Promise<number> {
    const doors = this.doors();
    const url = door ?? doors[Math.floor(Math.random() * doors.length)];
    const status = url === undefined ? 0 : await post(url, this.number, body);
    if (status !== 200) this.refusals.set(status, (this.refusals.get(status) ?? 0) + 1);
    return status;
  }

  /** Sent and delivered, in any order, for each message that was accepted. */
  private async report(): Promise<void> {
    while (this.reporting) {
      const news = this.graph.ledger.slice(this.reported, this.reported + 50);
      this.reported += news.length;
      if (news.length > 0) {
        const lines = news
          .filter(({ platformId }) => platformId === this.number.platformId)
          .flatMap(({ wamid, body, opaque }) =>
            ["sent", "delivered"].map((status) => ({ id: wamid, status, to: body.to ?? "", opaque })),
          );
        if (lines.length > 0) await this.deliverReport(lines.toSorted(() => Math.random() - 0.5));
      }
      await sleep(50);
    }
  }

  private async deliverReport(lines: Parameters<typeof statusDelivery>[1]): Promise<void> {
    const body = statusDelivery(this.number, lines);
    while (this.reporting && (await this.attempt(body)) !== 200) await sleep(AGAIN_MS);
  }

  /** All that was accepted is reported. */
  get allReported(): boolean {
    return this.reported >= this.graph.ledger.length;
  }

  async stop(): Promise<void> {
    this.reporting = false;
    await this.reports;
  }
}
