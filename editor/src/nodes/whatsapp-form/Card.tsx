/** The text with the button that opens the form. */
import { IconForms } from "@tabler/icons-react";
import type { CardProps, NodeData } from "../node-ui.ts";
import { Bubble, BubbleHeader } from "../preview/Bubble.tsx";
import { PhoneButton } from "../preview/Phone.tsx";

export function Card({ data }: CardProps<NodeData<"whatsapp-form">>) {
  return (
    <>
      <Bubble
        compact
        text={data.text}
        above={data.header && <BubbleHeader text={data.header} />}
        footer={data.footer}
      />
      <PhoneButton icon={<IconForms size={15} />}>{data.button || "…"}</PhoneButton>
    </>
  );
}
