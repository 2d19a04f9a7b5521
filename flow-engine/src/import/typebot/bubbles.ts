/** Bubbles: what Typebot says. */
import { isHttpUrl } from "../../content/urls.ts";
import { recordAt, textAt } from "../values.ts";
import { type Conversion, type Convert, onlyStep, type Piece } from "./conversion.ts";
import type { TypebotBlock } from "./source.ts";
import { richText } from "./texts.ts";

export const textBubble: Convert = (conversion, block) => {
  const { text, notes } = conversion.texts.convert(richText(block.content));
  if (text.trim() !== "") return onlyStep(conversion, block, ["text", { text }], notes);
  conversion.report.dropped(block, notes[0] ?? "The bubble is empty.");
  return null;
};

/** An address that may be a variable; null when it is neither. */
function address(
  conversion: Conversion,
  block: TypebotBlock,
  source: string,
): { url: string; notes: string[] } | null {
  const { text, notes } = conversion.texts.convert(source.trim());
  if (isHttpUrl(text) || text.startsWith("{{") || /^https?:\/\/\S*\{\{/.test(text))
    return { url: text, notes };
  conversion.report.dropped(block, "It has no web address. Upload the file and put it into a “Media” step.");
  return null;
}

const media =
  (kind: "image" | "audio"): Convert =>
  (conversion, block) => {
    const found = address(conversion, block, textAt(block.content, "url"));
    if (!found) return null;
    const link = textAt(recordAt(block.content, "clickLink"), "url");
    const notes = link === "" ? [] : [`A picture can't open an address in a chat; its link was ${link}.`];
    return onlyStep(conversion, block, ["media", { kind, url: found.url }], [...found.notes, ...notes]);
  };
export const imageBubble = media("image");
export const audioBubble = media("audio");

/** Pages on which a video is watched, not files. */
const WATCH_PAGES: Readonly<Record<string, string>> = {
  youtube: "https://www.youtube.com/watch?v=",
  vimeo: "https://vimeo.com/",
};

export const videoBubble: Convert = (conversion, block) => {
  const type = textAt(block.content, "type") || "url";
  const page = WATCH_PAGES[type];
  const id = textAt(block.content, "id");
  const source = page && id ? `${page}${id}` : textAt(block.content, "url");
  const found = address(conversion, block, source);
  if (!found) return null;
  if (type === "url")
    return onlyStep(conversion, block, ["media", { kind: "video", url: found.url }], found.notes);
  const note = "A player can't be shown in a chat, so the address of the video is sent.";
  return onlyStep(conversion, block, ["text", { text: found.url, preview: true }], [...found.notes, note]);
};

export const embedBubble: Convert = (conversion, block) => {
  const found = address(conversion, block, textAt(block.content, "url"));
  if (!found) return null;
  const note = "A page can't be embedded in a chat, so its address is sent.";
  return onlyStep(conversion, block, ["text", { text: found.url, preview: true }], [...found.notes, note]);
};

export const locationBubble: Convert = (conversion, block): Piece | null => {
  const [latitude, longitude] = [textAt(block.content, "latitude"), textAt(block.content, "longitude")];
  if (latitude === "" || longitude === "") {
    conversion.report.dropped(block, "The place has no coordinates.");
    return null;
  }
  const [name, place] = [textAt(block.content, "name"), textAt(block.content, "address")];
  const data = { latitude, longitude, ...(name ? { name } : {}), ...(place ? { address: place } : {}) };
  return onlyStep(conversion, block, ["location", data]);
};
