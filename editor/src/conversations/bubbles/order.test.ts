/** Orders as they come. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { orderTotal, readOrder } from "./order.ts";

const item = (product: string, quantity: unknown, price: unknown, currency = "EUR") => ({
  product_retailer_id: product,
  quantity,
  item_price: price,
  currency,
});

test("numbers may come as texts, and what has no product is left out", () => {
  const order = readOrder({ text: "Hoy", product_items: [item("a", "2", "4.5"), { quantity: 1 }, "x"] });
  expect(order).toEqual({
    text: "Hoy",
    items: [{ product: "a", quantity: 2, price: 4.5, currency: "EUR" }],
  });
  expect(orderTotal(order.items)).toEqual({ amount: 9, currency: "EUR" });
});

test("there is no total without all prices, or of several currencies", () => {
  const items = (...all: object[]) => readOrder({ product_items: all }).items;
  expect(orderTotal(items(item("a", 1, 2), item("b", 1, undefined)))).toBeNull();
  expect(orderTotal(items(item("a", 1, 2), item("b", 1, 2, "USD")))).toBeNull();
  expect(orderTotal([])).toBeNull();
});

test("anything can be read as an order", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (raw) => {
      expect(Array.isArray(readOrder(raw).items)).toBe(true);
    }),
  );
});
