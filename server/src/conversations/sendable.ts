/** What an agent or the API may ask to send: refused at once when no channel could take it. */
import type { MessageContent } from "@hilo/flow-engine";

type Media = Extract<MessageContent, { type: "media" }>["media"];

/** @returns one sentence, or null when it can be sent */
export function whyNotSendable(content: MessageContent): string | null {
  switch (content.type) {
    case "text":
      return blank(content.text);
    case "buttons":
      return blank(content.text) ?? badChoices(content.options);
    case "list":
      return blank(content.text) ?? badChoices(content.sections.flatMap((section) => section.rows));
    case "media":
      return badMedia(content.media);
    case "location": {
      const { latitude, longitude } = content;
      const onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
      return onEarth
        ? null
        : "There is no such place: latitude goes from -90 to 90, longitude from -180 to 180.";
    }
    default:
      return null;
  }
}

const blank = (text: string): string | null => (text.trim() === "" ? "The text is empty." : null);

function badChoices(choices: readonly { id: string; title: string }[]): string | null {
  if (choices.length === 0) return "There is nothing to choose from.";
  if (new Set(choices.map((choice) => choice.id)).size < choices.length)
    return "Two choices have the same id.";
  return choices.some((choice) => choice.title.trim() === "") ? "A choice has no title." : null;
}

function badMedia({ url, fileId }: Media): string | null {
  if (url === undefined) return fileId === undefined ? "The file is missing: give a url." : null;
  return /^https?:\/\//i.test(url) && URL.canParse(url)
    ? null
    : "The file's address must begin with https://.";
}
