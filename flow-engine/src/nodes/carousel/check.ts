/** The texts of a carousel, and what is wrong with its cards. */
import { CHANNEL_LIMITS } from "../../channels/limits.ts";
import { optionProblems } from "../choice.ts";
import type { NodeProblem } from "../define-node.ts";
import { linkProblems } from "../link.ts";
import { sourceProblems } from "../media-source.ts";
import { type TextField, topText } from "../text-field.ts";
import { variableNameProblems } from "../variable-names.ts";
import type { CarouselCardData, CarouselData } from "./schema.ts";

const LIMITS = CHANNEL_LIMITS.whatsapp.carousel;
/** Generic templates of Instagram and Messenger. */
const TITLE = CHANNEL_LIMITS.messenger.carousel.title;

export function carouselTexts(data: CarouselData): TextField[] {
  return [
    topText(data, "text", "the text", { required: true, limit: LIMITS.body }),
    topText(data, "invalidText", "the text after a wrong answer", { limit: LIMITS.body }),
    ...data.cards.flatMap(cardTexts),
  ];
}

function cardTexts({ media, title, text, buttons }: CarouselCardData, at: number): TextField[] {
  const card = `of card ${at + 1}`;
  const field = (part: string, label: string, source: string | undefined, rest = {}): TextField => ({
    key: `cards.${at}.${part}`,
    path: ["cards", at, ...part.split(".")],
    label: `${label} ${card}`,
    source,
    reader: "customer",
    ...rest,
  });
  return [
    field("title", "the title", title, { code: "title", limit: TITLE }),
    field("text", "the text", text, { limit: LIMITS.text }),
    field("media.url", "the address of the picture", media?.url, { reader: "machine" }),
    ...buttons.flatMap((button, n) => buttonTexts(button, [at, n])),
  ];
}

function buttonTexts(button: CarouselCardData["buttons"][number], [at, n]: [number, number]): TextField[] {
  const path = ["cards", at, "buttons", n] as const;
  const where = `button ${n + 1} of card ${at + 1}`;
  const key = button.kind === "reply" ? `options.${button.id}` : `cards.${at}.buttons.${n}`;
  const words = button.kind === "reply" ? "title" : "label";
  const common = { reader: "customer", code: "label", required: true, limit: LIMITS.label } as const;
  const source = button.kind === "reply" ? button.title : button.label;
  const label: TextField = {
    key: `${key}.${words}`,
    path: [...path, words],
    label: where,
    source,
    ...common,
  };
  if (button.kind === "reply") return [label];
  const address = { label: `the address of ${where}`, source: button.url, reader: "machine" } as const;
  return [label, { key: `${key}.url`, path: [...path, "url"], ...address, code: "url", required: true }];
}

/** The reply buttons of all cards, in order. */
export function replyOptions({ cards }: Pick<CarouselData, "cards">): { id: string; title: string }[] {
  return cards.flatMap(({ buttons }) =>
    buttons.flatMap((button) => (button.kind === "reply" ? [button] : [])),
  );
}

export function checkCarousel(data: CarouselData): NodeProblem[] {
  return [
    ...data.cards.flatMap(cardProblems),
    ...optionProblems(replyOptions(data), "button").filter(({ code }) => code !== "title-twice"),
    ...variableNameProblems([data.saveAs]),
  ];
}

function cardProblems({ media, title, text, buttons }: CarouselCardData, at: number): NodeProblem[] {
  const empty = !media && !title?.trim() && !text?.trim();
  return [
    ...(media ? sourceProblems(media, `the picture of card ${at + 1}`) : []),
    ...(empty ? [emptyCard(at)] : []),
    ...buttons.flatMap((button, n) =>
      button.kind === "url" ? linkProblems(button.url, `button ${n + 1} of card ${at + 1}`) : [],
    ),
  ];
}

function emptyCard(at: number): NodeProblem {
  const message = `Card ${at + 1} has nothing to show. Give it a picture, a title or a text.`;
  return { code: "card-empty", severity: "error", message };
}
