/** An order as WhatsApp tells it, read liberally: what can't be read of it is left out. Pure. */
import { z } from "zod";

export interface OrderItem {
  product: string;
  quantity: number;
  /** Of one piece; null when it was not told. */
  price: number | null;
  currency: string;
}

export interface Order {
  text: string;
  items: OrderItem[];
}

const itemSchema = z.object({
  product_retailer_id: z.union([z.string(), z.number()]).transform(String),
  quantity: z.coerce.number().catch(1),
  item_price: z.coerce.number().nullable().catch(null).default(null),
  currency: z.string().catch(""),
});
const orderSchema = z.object({ text: z.string().catch(""), product_items: z.array(z.unknown()).catch([]) });

export function readOrder(raw: Record<string, unknown>): Order {
  const { text, product_items } = orderSchema.parse(raw);
  const items = product_items.flatMap((item): OrderItem[] => {
    const { data } = itemSchema.safeParse(item);
    if (!data) return [];
    const { product_retailer_id: product, quantity, item_price: price, currency } = data;
    return [{ product, quantity, price, currency }];
  });
  return { text, items };
}

/** Null when a price is missing, or when there are several currencies. */
export function orderTotal(items: readonly OrderItem[]): { amount: number; currency: string } | null {
  const [first] = items;
  if (!first || items.some(({ price, currency }) => price === null || currency !== first.currency))
    return null;
  return {
    amount: items.reduce((sum, { price, quantity }) => sum + (price ?? 0) * quantity, 0),
    currency: first.currency,
  };
}
