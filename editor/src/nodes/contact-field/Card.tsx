/** The fields it sets and clears. */

import { t } from "../../i18n/t.ts";
import { withParts } from "../../i18n/with-parts.tsx";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";
import { ChatText } from "../preview/ChatText.tsx";

export function Card({ data }: CardProps<NodeData<"contact-field">>) {
  return data.fields.map(({ field, operation, value }, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a field may be set twice, and lines have no state
    <CardLine key={i}>
      {operation === "clear" ? (
        withParts(t("Clear {field}"), { field: field || t("a field") })
      ) : (
        <>
          {field || t("a field")} = <ChatText text={value} />
        </>
      )}
    </CardLine>
  ));
}
