/** A list message and the sheet its button opens. */
import { IconListDetails } from "@tabler/icons-react";
import type { NodeData } from "../node-ui.ts";
import { Bubble, BubbleHeader } from "../preview/Bubble.tsx";
import { Phone, PhoneButton } from "../preview/Phone.tsx";
import classes from "../preview/preview.module.css";

export function ListPreview({ data }: { data: NodeData<"list"> }) {
  return (
    <Phone>
      <Bubble
        text={data.text}
        above={data.header && <BubbleHeader text={data.header} />}
        footer={data.footer}
      />
      <PhoneButton icon={<IconListDetails size={15} />}>{data.button || "…"}</PhoneButton>
      <div className={classes.sheet}>
        {data.sections.map((section, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sections have no identity but their place
          <div key={i}>
            {section.title && <div className={classes.sheetTitle}>{section.title}</div>}
            {section.rows.map((row) => (
              <div key={row.id} className={classes.sheetRow}>
                {row.title || "…"}
                {row.description && <div className={classes.about}>{row.description}</div>}
              </div>
            ))}
          </div>
        ))}
      </div>
    </Phone>
  );
}
