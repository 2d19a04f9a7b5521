/** What is called, and what is kept of the answer. */
import { t } from "../../i18n/t.ts";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";
import { ChatText } from "../preview/ChatText.tsx";

export function Card({ data }: CardProps<NodeData<"http-request">>) {
  return (
    <>
      <CardLine>
        <strong>{data.method}</strong> {data.url ? <ChatText text={data.url} /> : t("no address yet")}
      </CardLine>
      {data.save.length > 0 && <CardLine>→ {data.save.map(({ name }) => name).join(", ")}</CardLine>}
    </>
  );
}
