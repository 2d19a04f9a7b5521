/** The answers that a question offers to be tapped: its options, yes and no, marks. */
import { CHANNEL_LIMITS } from "../../channels/limits.ts";
import type { MessageContent } from "../../content/schema.ts";
import { compileOptional, type Template } from "../../expressions/templates.ts";
import { type ChoiceOption, type PreparedOption, prepareOptions } from "../choice.ts";
import type { Scope } from "../define-node.ts";
import { ratingMarks } from "./answers.ts";
import { ownWords } from "./own-words.ts";
import type { AskData } from "./schema.ts";

/** Id of the option that ends a choice of several. */
export const DONE_ID = "done";

export interface PreparedOffer {
  options: PreparedOption[];
  done: Template | null;
  listButton: Template | null;
}

export function prepareOffer(data: AskData): PreparedOffer {
  return {
    options: data.kind === "choice" ? prepareOptions(data.options ?? []) : [],
    done: compileOptional(data.doneTitle),
    listButton: compileOptional(data.listButton),
  };
}

type OfferScope = Scope<AskData, { offer: PreparedOffer }>;

/** @param chosen ids of options that were chosen already: they are not offered again, and there is a way to end */
export function offeredOptions(scope: OfferScope, chosen: readonly string[]): ChoiceOption[] {
  const { data } = scope;
  if (data.kind === "choice") {
    const rest = choiceOptions(scope).filter(({ id }) => !chosen.includes(id));
    const ends = data.multiple && chosen.length >= data.multiple.min;
    return ends ? [...rest, { id: DONE_ID, title: doneTitle(scope) }] : rest;
  }
  if (!data.offer) return [];
  if (data.kind === "yes-no") {
    const { yes, no } = ownWords(scope);
    return [
      { id: "yes", title: yes },
      { id: "no", title: no },
    ];
  }
  if (data.kind !== "rating") return [];
  return offeredMarks(data).map((mark) => ({ id: `mark-${mark}`, title: String(mark) }));
}

/** Every option of a choice, chosen before or not. */
export function choiceOptions(scope: OfferScope): ChoiceOption[] {
  return scope.prepared.offer.options.map(({ id, title }) => ({ id, title: scope.render(title) }));
}

export function doneTitle(scope: OfferScope): string {
  const { done } = scope.prepared.offer;
  return done ? scope.render(done) : ownWords(scope).done;
}

/**
 * The marks of a rating that are offered: none where a list cannot hold them all (0 to 10). Without the worst mark the
 * answers would not be honest, so the mark is typed.
 */
export function offeredMarks(data: AskData): number[] {
  const marks = ratingMarks(data);
  return marks.length > CHANNEL_LIMITS.whatsapp.list.rows ? [] : marks;
}

/** The question with its answers: as buttons, as a list when they are more or longer, numbered when they are many. */
export function questionContent(
  scope: OfferScope,
  text: string,
  offered: readonly ChoiceOption[],
): MessageContent {
  const { buttons, list } = CHANNEL_LIMITS.whatsapp;
  if (offered.length === 0) {
    return scope.data.kind === "location" ? { type: "location-request", text } : { type: "text", text };
  }
  const options = [...offered];
  const longest = Math.max(...offered.map(({ title }) => title.length));
  if (offered.length <= buttons.count && longest <= buttons.title) return { type: "buttons", text, options };
  if (offered.length <= list.rows && longest <= list.rowTitle + list.description) {
    const { listButton } = scope.prepared.offer;
    const button = listButton ? scope.render(listButton) : ownWords(scope).choose;
    return {
      type: "list",
      text,
      button,
      sections: [{ rows: options.map((option) => rowOf(option, list.rowTitle)) }],
    };
  }
  return { type: "text", text: [text, ...offered.map(({ title }, n) => `${n + 1}. ${title}`)].join("\n") };
}

/** A title that is too long goes on in the description. */
function rowOf({ id, title }: ChoiceOption, limit: number) {
  if (title.length <= limit) return { id, title };
  return { id, title: `${title.slice(0, limit - 1)}…`, description: title };
}
