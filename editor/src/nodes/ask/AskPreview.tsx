/** The question on a phone, with what can be tapped. */
import { askOptionIds, askWords, CHANNEL_LIMITS, ratingBounds } from "@hilo/flow-engine";
import { IconListDetails, IconMapPin } from "@tabler/icons-react";
import { useDocument } from "../../canvas/flow-context.tsx";
import type { NodeData } from "../node-ui.ts";
import { Bubble } from "../preview/Bubble.tsx";
import { Phone, PhoneButton } from "../preview/Phone.tsx";
import classes from "../preview/preview.module.css";

type AskData = NodeData<"ask">;
const { buttons, list } = CHANNEL_LIMITS.whatsapp;

export function AskPreview({ data }: { data: AskData }) {
  const words = askWords(useDocument().language ?? null);
  const titles = shownTitles(data, words);
  const numbered = titles.length > list.rows;
  const text = numbered
    ? [data.text, "", ...titles.map((title, at) => `${at + 1}. ${title || "…"}`)].join("\n")
    : data.text;
  return (
    <Phone>
      <Bubble text={text} />
      {data.kind === "location" && <PhoneButton icon={<IconMapPin size={15} />}>Send location</PhoneButton>}
      {!numbered &&
        titles.length <= buttons.count &&
        titles.map((title, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: titles have no identity but their place
          <PhoneButton key={at}>{title || "…"}</PhoneButton>
        ))}
      {!numbered && titles.length > buttons.count && (
        <>
          <PhoneButton icon={<IconListDetails size={15} />}>{data.buttonLabel ?? words.choose}</PhoneButton>
          <div className={classes.sheet}>
            {titles.map((title, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: titles have no identity but their place
              <div key={at} className={classes.sheetRow}>
                {title || "…"}
              </div>
            ))}
          </div>
        </>
      )}
    </Phone>
  );
}

/** What is on the buttons or in the list at first. */
function shownTitles(data: AskData, words: ReturnType<typeof askWords>): string[] {
  if (data.kind === "choice") return data.options.map(({ title }) => title);
  if (!data.showOptions) return [];
  if (data.kind === "yes-no") return [data.yesLabel ?? words.yes, data.noLabel ?? words.no];
  const first = Math.ceil(ratingBounds(data).min);
  return data.kind === "rating" ? askOptionIds(data).map((_, at) => `${first + at}`) : [];
}
