/** The template's words, or its name; quick replies are the ways out. */
import { t } from "../../i18n/t.ts";
import type { CardProps, NodeData } from "../node-ui.ts";
import { Bubble } from "../preview/Bubble.tsx";

export function Card({ data: { name, language, text = "" } }: CardProps<NodeData<"template">>) {
  const called = name === "" ? "" : `${name} · ${language || t("no language")}`;
  if (text.trim() === "") return <Bubble compact text={called} empty={t("No template yet")} />;
  return <Bubble compact text={text} footer={called} />;
}
