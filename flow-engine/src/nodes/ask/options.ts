/** What a question offers to choose from, and how it is shown: buttons, a list, or numbers in the text. */
import { CHANNEL_LIMITS } from "../../channels/limits.ts";
import type { MessageContent, Option } from "../../content/schema.ts";
import type { Template } from "../../expressions/templates.ts";
import type { Variables } from "../../session/schema.ts";
import type { PreparedOption } from "../choice.ts";
import type { Scope } from "../define-node.ts";
import type { AskData } from "./schema.ts";
import { askWords } from "./words.ts";

export interface PreparedOptions {
  options: readonly PreparedOption[];
  buttonLabel: Template | null;
  yesLabel: Template | null;
  noLabel: Template | null;
  doneLabel: Template | null;
}
type AskScope = Scope<AskData, PreparedOptions>;

export const DONE_ID = "done";
export const YES_ID = "yes";
export const NO_ID = "no";
const RATE = "rate-";

/** Marks out of five, unless the author says otherwise. */
export function ratingBounds({ min = 1, max = 5 }: Pick<AskData, "min" | "max">): {
  min: number;
  max: number;
} {
  return { min, max };
}

const { buttons: BUTTONS, list: LIST } = CHANNEL_LIMITS.whatsapp;

/** Whole marks within the bounds; none when they are too many to tap. */
function marks(data: AskData): number[] {
  const { min, max } = ratingBounds(data);
  const first = Math.ceil(min);
  const count = Math.floor(max) - first + 1;
  return count < 1 || count > LIST.rows ? [] : Array.from({ length: count }, (_, at) => first + at);
}

/** Ids of what can be tapped, whatever the titles are. */
export function optionIds(data: AskData): string[] {
  if (data.kind === "choice")
    return [...data.options.map(({ id }) => id), ...(data.several ? [DONE_ID] : [])];
  if (!data.showOptions) return [];
  if (data.kind === "yes-no") return [YES_ID, NO_ID];
  return data.kind === "rating" ? marks(data).map((mark) => `${RATE}${mark}`) : [];
}

/** The mark that a tap gives; null when it gives none. */
export function markOf(tapId: string): number | null {
  const mark = Number(tapId.slice(RATE.length));
  return tapId.startsWith(RATE) && Number.isInteger(mark) ? mark : null;
}

/** Ids of the options that were picked so far, as the wait remembers them. */
export function pickedOf({ picked }: Readonly<Variables>): string[] {
  return Array.isArray(picked) ? picked.filter((id) => typeof id === "string") : [];
}

/** @param picked ids of options that were chosen before, and are offered no more */
export function offered(scope: AskScope, picked: readonly string[] = []): Option[] {
  const { data, prepared, ctx } = scope;
  const words = askWords(ctx.contact.language);
  const label = (template: Template | null, word: string) => (template && scope.render(template)) || word;
  if (data.kind === "choice") {
    const left = prepared.options
      .filter(({ id }) => !picked.includes(id))
      .map(({ id, title }) => ({ id, title: scope.render(title) }));
    return picked.length === 0
      ? left
      : [...left, { id: DONE_ID, title: label(prepared.doneLabel, words.done) }];
  }
  if (!data.showOptions) return [];
  if (data.kind === "yes-no")
    return [
      { id: YES_ID, title: label(prepared.yesLabel, words.yes) },
      { id: NO_ID, title: label(prepared.noLabel, words.no) },
    ];
  return data.kind === "rating"
    ? marks(data).map((mark) => ({ id: `${RATE}${mark}`, title: `${mark}` }))
    : [];
}

/** A question with its options as a message; more than a list holds are numbered in the text. */
export function questionContent(scope: AskScope, text: string, options: readonly Option[]): MessageContent {
  if (scope.data.kind === "location") return { type: "location-request", text };
  if (options.length === 0) return { type: "text", text };
  const fits = (length: number) => options.every(({ title }) => title.length <= length);
  if (options.length <= BUTTONS.count && fits(BUTTONS.title))
    return { type: "buttons", text, options: [...options] };
  if (options.length <= LIST.rows && fits(LIST.rowTitle)) {
    const { buttonLabel } = scope.prepared;
    const button = (buttonLabel && scope.render(buttonLabel)) || askWords(scope.ctx.contact.language).choose;
    return { type: "list", text, button, sections: [{ rows: [...options] }] };
  }
  return {
    type: "text",
    text: [text, "", ...options.map(({ title }, at) => `${at + 1}. ${title}`)].join("\n"),
  };
}
