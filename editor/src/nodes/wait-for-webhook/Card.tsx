/** What is kept of the call, and how long it is waited for. */
import { t } from "../../i18n/t.ts";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";

export function Card({ data }: CardProps<NodeData<"wait-for-webhook">>) {
  return (
    <>
      <CardLine>{t("Until another system calls")}</CardLine>
      {data.save.length > 0 && <CardLine>→ {data.save.map(({ name }) => name).join(", ")}</CardLine>}
    </>
  );
}
