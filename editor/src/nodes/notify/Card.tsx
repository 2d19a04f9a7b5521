/** Who is told, and what. */

import { t } from "../../i18n/t.ts";
import { withParts } from "../../i18n/with-parts.tsx";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";
import { ChatText } from "../preview/ChatText.tsx";
import { WAYS } from "./ways.ts";

export function Card({ data }: CardProps<NodeData<"notify">>) {
  const { by, to, secret, subject, text } = data;
  const said = by === "email" ? subject || text : text;
  return (
    <>
      <CardLine>
        {withParts(t("{way} to {who}"), {
          way: t(WAYS[by]),
          who: <strong>{secret ?? <ChatText text={to || t("nobody yet")} />}</strong>,
        })}
      </CardLine>
      {said !== "" && (
        <CardLine>
          <ChatText text={said} />
        </CardLine>
      )}
    </>
  );
}
