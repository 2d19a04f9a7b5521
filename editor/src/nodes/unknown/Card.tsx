/** Says why there is nothing to see. */
import { t } from "../../i18n/t.ts";
import { CardLine } from "../preview/Bubble.tsx";

export function Card() {
  return <CardLine>{t("This version can't show it. It is kept as it is.")}</CardLine>;
}
