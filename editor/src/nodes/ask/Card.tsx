/** The question, and where its answer goes. */
import { t } from "../../i18n/t.ts";
import type { CardProps, NodeData } from "../node-ui.ts";
import { Bubble, CardLine } from "../preview/Bubble.tsx";
import { ASK_WORDS } from "./ask-words.ts";

export function Card({ data }: CardProps<NodeData<"ask">>) {
  return (
    <>
      <Bubble compact text={data.text} empty={t("What do you ask?")} />
      <CardLine>
        {t(ASK_WORDS[data.kind])} → <strong>{data.saveAs || "?"}</strong>
      </CardLine>
    </>
  );
}
