/** The experiment; its variants are the card's ways out. */
import { t } from "../../i18n/t.ts";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";
import { sharesOf } from "./shares.ts";

export function Card({ data }: CardProps<NodeData<"split">>) {
  const shares = sharesOf(data.variants);
  return (
    <>
      <CardLine>
        <strong>{data.experiment || t("No name yet")}</strong>
      </CardLine>
      <CardLine>
        {data.variants.map(({ id, title }, i) => `${title || id} ${shares[i]} %`).join(" · ")}
      </CardLine>
    </>
  );
}
