/** Whose hours are asked. */
import { t } from "../../i18n/t.ts";
import { scheduleWords } from "../fields/schedule/schedule-words.ts";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";

const SHOWN = 4;

export function Card({ data }: CardProps<NodeData<"hours">>) {
  if (!data.schedule) return <CardLine>{t("The workspace's opening hours")}</CardLine>;
  return scheduleWords(data.schedule)
    .slice(0, SHOWN)
    .map((line) => <CardLine key={line}>{line}</CardLine>);
}
