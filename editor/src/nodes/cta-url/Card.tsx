/** The text with its button. */
import type { CardProps, NodeData } from "../node-ui.ts";
import { Bubble } from "../preview/Bubble.tsx";
import { HeaderPreview } from "../preview/HeaderPreview.tsx";
import { LinkButton } from "../preview/Phone.tsx";

export function Card({ data }: CardProps<NodeData<"cta-url">>) {
  return (
    <>
      <Bubble
        compact
        text={data.text}
        above={data.header && <HeaderPreview header={data.header} />}
        footer={data.footer}
      />
      <LinkButton label={data.label} />
    </>
  );
}
