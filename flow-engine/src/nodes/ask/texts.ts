/** The templates of a question, with what the platforms take of them. */
import { CHANNEL_LIMITS } from "../../channels/limits.ts";
import { type TextField, topText } from "../text-field.ts";
import { optionIds } from "./options.ts";
import type { AskData } from "./schema.ts";

const { text: TEXT, buttons: BUTTONS, list: LIST } = CHANNEL_LIMITS.whatsapp;

/** Most characters of a title: as a button, in a list, or (undefined) as a line of the text. */
export function optionTitleLimit(count: number): number | undefined {
  if (count > LIST.rows) return undefined;
  return count <= BUTTONS.count ? BUTTONS.title : LIST.rowTitle;
}

/** Most characters of the question: less above buttons. */
export function askTextLimit(data: AskData): number {
  const count = optionIds(data).filter((id) => id !== "done").length;
  return count > 0 && count <= BUTTONS.count ? BUTTONS.body : TEXT;
}

export function askTexts(data: AskData): TextField[] {
  const titleLimit = optionTitleLimit(data.options.length);
  return [
    topText(data, "text", "the text", { required: true, limit: askTextLimit(data) }),
    ...(data.kind === "choice" ? data.options : []).map(
      ({ id, title }, at): TextField => ({
        key: `options.${id}.title`,
        path: ["options", at, "title"],
        label: `the title of option ${at + 1}`,
        source: title,
        reader: "customer",
        code: "title",
        required: true,
        ...(titleLimit === undefined ? {} : { limit: titleLimit }),
      }),
    ),
    topText(data, "buttonLabel", "the button that opens the list", { code: "button", limit: LIST.button }),
    topText(data, "yesLabel", "the button for yes", { code: "button", limit: BUTTONS.title }),
    topText(data, "noLabel", "the button for no", { code: "button", limit: BUTTONS.title }),
    topText(data, "doneLabel", "the button for done", { code: "button", limit: BUTTONS.title }),
    topText(data, "invalidText", "the text after a wrong answer", { limit: TEXT }),
    topText(data, "outsideText", "the text after an answer out of bounds", { limit: TEXT }),
    topText(data, "skipWord", "the skip word"),
    topText(data, "earliest", "the first that counts", { reader: "machine" }),
    topText(data, "latest", "the last that counts", { reader: "machine" }),
  ];
}
