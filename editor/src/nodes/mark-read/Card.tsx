/** Blue ticks. */
import { t } from "../../i18n/t.ts";
import { CardLine } from "../preview/Bubble.tsx";

export function Card() {
  return <CardLine>{t("Shows the customer's messages as read")}</CardLine>;
}
