/** What the platform's limits made of a message, in a few words for who writes it. Pure. */
import type { Message } from "@hilo/server/contract";
import { t } from "../i18n/t.ts";

type Note = NonNullable<Message["fitNotes"]>[number];

export const SHOWN_AS: Readonly<Record<string, string>> = {
  "numbered-text": "Sent as a numbered text",
  list: "Sent as a list",
  "quick-replies": "Sent as quick replies",
  text: "Sent as a text",
  link: "Sent as a link in a text",
  "text-with-link": "Sent as a text with the link",
  "text-with-map-link": "Sent as a text with a link to the map",
  "other-media": "Sent as another kind of file",
  "url-button": "Sent as a button that opens the web",
  "message-per-card": "Sent as a message for each card",
};

export const CHANGES: Readonly<Record<Note["code"], string>> = {
  shortened: "Shortened",
  split: "Sent in several messages",
  "shown-otherwise": "Shown in another way",
  moved: "Rearranged",
  "filled-in": "“…” stands for an empty text",
  "left-out": "Something was left out",
  refused: "The platform refuses it",
};

export function fitWords({ code, max, as }: Pick<Note, "code" | "max" | "as">): string {
  if (code === "shortened" && max !== undefined) return t("Shortened to {max} characters", { max });
  return t((code === "shown-otherwise" && as !== undefined && SHOWN_AS[as]) || CHANGES[code]);
}
