/** The question on a phone, with the answers that it offers. */
import { CHANNEL_LIMITS, offeredMarks } from "@hilo/flow-engine";
import { IconListDetails, IconMapPin } from "@tabler/icons-react";
import { t } from "../../i18n/t.ts";
import type { NodeData } from "../node-ui.ts";
import { Bubble } from "../preview/Bubble.tsx";
import { Phone, PhoneButton } from "../preview/Phone.tsx";

const { buttons, list } = CHANNEL_LIMITS.whatsapp;

export function AskPreview({ data }: { data: NodeData<"ask"> }) {
  const offered = offeredTitles(data);
  const asText = offered.length > list.rows;
  const numbered = offered.map((title, n) => `\n${n + 1}. ${title}`).join("");
  return (
    <Phone>
      <Bubble text={asText ? data.text + numbered : data.text} />
      {data.kind === "location" && (
        <PhoneButton icon={<IconMapPin size={15} />}>{t("Send location")}</PhoneButton>
      )}
      {offered.length > 0 && offered.length <= buttons.count
        ? offered.map((title, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: titles may be alike while they are typed
            <PhoneButton key={n}>{title || "…"}</PhoneButton>
          ))
        : null}
      {offered.length > buttons.count && !asText && (
        <PhoneButton icon={<IconListDetails size={15} />}>{data.listButton ?? t("Choose")}</PhoneButton>
      )}
    </Phone>
  );
}

function offeredTitles(data: NodeData<"ask">): string[] {
  const { kind, options = [], offer } = data;
  if (kind === "choice") return options.map(({ title }) => title);
  if (!offer) return [];
  if (kind === "yes-no") return [t("Yes"), t("No")];
  return offeredMarks(data).map(String);
}
