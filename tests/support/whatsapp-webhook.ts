/** What Meta would post for a WhatsApp number: bodies of our own making, signed over their exact bytes. */
import { createHmac } from "node:crypto";

export interface WhatsAppNumber {
  platformId: string;
  appSecret: string;
}

export const sign = (body: string | Buffer, secret: string): string =>
  `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;

/** A delivery with one change of field `messages`. */
export function delivery(number: Pick<WhatsAppNumber, "platformId">, value: object): string {
  const metadata = { display_phone_number: "15550001111", phone_number_id: number.platformId };
  const change = { field: "messages", value: { messaging_product: "whatsapp", metadata, ...value } };
  return JSON.stringify({ object: "whatsapp_business_account", entry: [{ id: "900", changes: [change] }] });
}

/** A message of a customer: `content` is the type's part, `{ type: "text", text: { body: "hola" } }`. */
export function messageDelivery(
  number: Pick<WhatsAppNumber, "platformId">,
  from: string,
  id: string,
  content: object,
): string {
  const message = { from, id, timestamp: String(Math.floor(Date.now() / 1_000)), ...content };
  return delivery(number, { contacts: [{ profile: { name: "Ana" }, wa_id: from }], messages: [message] });
}

export const textDelivery = (
  number: Pick<WhatsAppNumber, "platformId">,
  from: string,
  id: string,
  body: string,
): string => messageDelivery(number, from, id, { type: "text", text: { body } });

export function tapDelivery(
  number: Pick<WhatsAppNumber, "platformId">,
  from: string,
  id: string,
  tap: { id: string; title: string; replyTo?: string },
): string {
  const context = tap.replyTo === undefined ? {} : { context: { from: "15550001111", id: tap.replyTo } };
  const interactive = { type: "button_reply", button_reply: { id: tap.id, title: tap.title } };
  return messageDelivery(number, from, id, { ...context, type: "interactive", interactive });
}

export function statusDelivery(
  number: Pick<WhatsAppNumber, "platformId">,
  statuses: { id: string; status: string; to: string; opaque?: string }[],
): string {
  return delivery(number, {
    statuses: statuses.map(({ id, status, to, opaque }) => ({
      id,
      status,
      timestamp: "1790000001",
      recipient_id: to,
      ...(opaque === undefined ? {} : { biz_opaque_callback_data: opaque }),
    })),
  });
}

/** @returns the HTTP status; 0 when the server did not answer */
export async function post(url: string, number: WhatsAppNumber, body: string): Promise<number> {
  try {
    const answer = await fetch(`${url}/api/webhooks/whatsapp`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-hub-signature-256": sign(body, number.appSecret) },
      body,
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}
