/** Products: those a business shows, and those a customer orders. */

import type { ContentOf } from "@hilo/flow-engine";
import { IconBuildingStore, IconShoppingCart } from "@tabler/icons-react";
import { locale, t } from "../../i18n/t.ts";
import styles from "./Cards.module.css";
import { type Order, orderTotal } from "./order.ts";

const counted = (count: number) => (count === 1 ? t("1 product") : t("{count} products", { count }));

export function Products({ sections }: Pick<ContentOf<"product">, "sections">) {
  const count = sections.reduce((sum, { products }) => sum + products.length, 0);
  return (
    <div className={styles.goods}>
      <div className={styles.goodsTop}>
        <IconBuildingStore size={20} stroke={1.6} aria-hidden />
        <strong>{counted(count)}</strong>
      </div>
      {sections.map(({ title, products }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sections of a sent message never move
        <div key={at}>
          {title && <span className={styles.section}>{title}</span>}
          <ul>
            {products.map((product) => (
              <li key={product}>{product}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

export function OrderBody({ order }: { order: Order }) {
  const total = orderTotal(order.items);
  return (
    <div className={styles.goods}>
      <div className={styles.goodsTop}>
        <IconShoppingCart size={20} stroke={1.6} aria-hidden />
        <strong>{t("Order of {what}", { what: counted(order.items.length) })}</strong>
      </div>
      <ul>
        {order.items.map(({ product, quantity, price, currency }) => (
          <li key={product}>
            <span>
              {quantity} × {product}
            </span>
            {price !== null && <span className={styles.amount}>{money(price * quantity, currency)}</span>}
          </li>
        ))}
      </ul>
      {total && (
        <div className={styles.total}>
          <span>{t("Total")}</span>
          <span className={styles.amount}>{money(total.amount, total.currency)}</span>
        </div>
      )}
    </div>
  );
}

function money(amount: number, currency: string): string {
  try {
    return new Intl.NumberFormat(locale(), { style: "currency", currency }).format(amount);
  } catch {
    // No currency that there is.
    return `${amount} ${currency}`.trim();
  }
}
