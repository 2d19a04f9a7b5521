/** A reaction, told in words. */
import { t } from "../../i18n/t.ts";
export function Reaction({ emoji }: { emoji: string }) {
  return <span>{emoji ? t("Reacted with {emoji}", { emoji }) : t("Took a reaction back")}</span>;
}
