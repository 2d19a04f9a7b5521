/** A customer on WhatsApp: writes by signed webhooks, hears what the ledger of the Graph API stand-in holds for the number. */
import { expect } from "vitest";
import { z } from "zod";
import type { Accepted, GraphStandIn } from "./graph-stand-in.ts";
import type { Product } from "./product.ts";
import { until } from "./server-process.ts";
import { messageDelivery, post, statusDelivery, type WhatsAppNumber } from "./whatsapp-webhook.ts";

interface World {
  product: Product;
  graph: GraphStandIn;
  number: WhatsAppNumber;
}

const wordsSchema = z.union([
  z.object({ text: z.object({ body: z.string() }) }).transform(({ text }) => text.body),
  z
    .object({ interactive: z.object({ body: z.object({ text: z.string() }) }) })
    .transform(({ interactive }) => interactive.body.text),
]);

/** The words of a send, whatever its type. */
export const wordsOf = (send: Accepted): string => wordsSchema.parse(send.body);

let people = 0;

export class Customer {
  /** Digits only, as WhatsApp writes it in webhooks. */
  readonly phone: string;
  private heard = 0;
  private written = 0;

  constructor(private readonly world: World) {
    people += 1;
    this.phone = `34611${String(people).padStart(6, "0")}`;
  }

  /** @param content the type's part of the message: `{ type: "text", text: { body } }` */
  async sends(content: object): Promise<string> {
    const { product, number } = this.world;
    this.written += 1;
    const id = `wamid.in.${this.phone}.${this.written}`;
    expect(await post(product.server.url, number, messageDelivery(number, this.phone, id, content))).toBe(
      200,
    );
    return id;
  }

  writes(body: string): Promise<string> {
    return this.sends({ type: "text", text: { body } });
  }

  /** @param message the send whose button is tapped, as it stands in the ledger */
  taps(message: Accepted, id: string, title: string): Promise<string> {
    const interactive = { type: "button_reply", button_reply: { id, title } };
    return this.sends({ ...answering(message), type: "interactive", interactive });
  }

  picks(message: Accepted, id: string, title: string): Promise<string> {
    const interactive = { type: "list_reply", list_reply: { id, title, description: "" } };
    return this.sends({ ...answering(message), type: "interactive", interactive });
  }

  async reports(wamid: string, ...statuses: string[]): Promise<void> {
    const { product, number } = this.world;
    const lines = statuses.map((status) => ({ id: wamid, status, to: this.phone }));
    expect(await post(product.server.url, number, statusDelivery(number, lines))).toBe(200);
  }

  /** All that was sent to this number, in the order of arrival. */
  get received(): Accepted[] {
    const { graph, number } = this.world;
    return graph.ledger.filter(
      ({ body, platformId }) => body.to === `+${this.phone}` && platformId === number.platformId,
    );
  }

  /** Waits for the next messages and compares their words; what comes besides fails the next `hears` or `hearsNothing`. */
  async hears(...words: string[]): Promise<Accepted[]> {
    const from = this.heard;
    await until(
      () => this.received.length >= from + words.length,
      `${this.phone} hears ${words.join(" | ")} after ${this.received.map(wordsOf).join(" | ")}`,
    );
    const news = this.received.slice(from, from + words.length);
    expect(news.map(wordsOf)).toEqual(words);
    this.heard += words.length;
    return news;
  }

  async hearsOne(words: string): Promise<Accepted> {
    const [message] = await this.hears(words);
    if (message === undefined) throw new Error("hears() gave nothing");
    return message;
  }

  /** Once the server has nothing left to do. */
  async hearsNothing(): Promise<void> {
    await this.world.product.untilQuiet();
    expect(this.received.slice(this.heard).map(wordsOf)).toEqual([]);
  }

  async conversation(): Promise<{ id: string; mode: string; contact: { id: string }; unread: number }> {
    const { items } = await this.world.product.api<{ items: { id: string; contact: { phone: string } }[] }>(
      "GET",
      "/conversations?limit=200",
    );
    const mine = items.find(({ contact }) => contact.phone === `+${this.phone}`);
    if (mine === undefined) throw new Error(`no conversation of ${this.phone}`);
    return this.world.product.api("GET", `/conversations/${mine.id}`);
  }
}

const answering = ({ wamid }: Accepted) => ({ context: { from: "15550001111", id: wamid } });
