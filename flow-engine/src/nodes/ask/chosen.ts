/** Which options an answer chooses: one, or several at once or one after the other. */
import { type InboundContent, inboundText } from "../../content/inbound.ts";
import { foldText } from "../../triggers/normalize.ts";
import { type ChoiceOption, findOption } from "../choice.ts";
import type { Scope } from "../define-node.ts";
import { DONE_ID } from "./offered.ts";

export type Chosen =
  /** @param ends whether the customer said that it was all */
  { options: ChoiceOption[]; ends: boolean } | { code: string; message: string };

const NONE: Chosen = { code: "not-an-option", message: "the answer is none of the options" };

/** @param offered what could be tapped or numbered @param all every option, chosen before or not */
export function chosenOptions(
  scope: Scope,
  content: InboundContent,
  {
    offered,
    all,
    several,
  }: { offered: readonly ChoiceOption[]; all: readonly ChoiceOption[]; several: boolean },
): Chosen {
  const one = findOption(scope, content, offered) ?? findOption(scope, content, all);
  if (several && one?.id === DONE_ID) return { options: [], ends: true };
  if (one) return { options: [one], ends: !several };
  if (!several || content.type !== "text") return NONE;
  // A number is one of those that were offered last; a title may be any.
  const find = (text: string) => {
    const part: InboundContent = { type: "text", text };
    const option = findOption(scope, part, offered) ?? findOption(scope, part, all);
    return option?.id === DONE_ID ? undefined : option;
  };
  const options = readList(
    inboundText(content) ?? "",
    all.map(({ title }) => title),
    find,
  );
  return options && options.length > 1 ? { options, ends: true } : NONE;
}

/** `1, 3 and 4`, `cheese y ham`, one a line. */
const SEPARATOR = /[,;\n+&]|\s(?:and|y|e|et|und|o|or)\s/giu;
/** A message of more parts is prose. */
const MAX_PIECES = 200;

/**
 * Titles may hold what separates others (`Mac and cheese`): the longest that fits is read first, a shorter one where
 * the rest would make no sense.
 * @returns null when some part is no option
 */
function readList(
  text: string,
  titles: readonly string[],
  find: (part: string) => ChoiceOption | undefined,
): ChoiceOption[] | null {
  const pieces = piecesOf(text);
  if (pieces.length > MAX_PIECES) return null;
  const lengths = [...new Set([1, ...titles.map((title) => piecesOf(title).length)])].sort((a, b) => b - a);
  const hopeless = new Set<number>();
  const readFrom = (at: number): ChoiceOption[] | null => {
    const first = pieces[at];
    if (!first) return [];
    if (hopeless.has(at)) return null;
    if (foldText(text.slice(first.start, first.end)) === "") return readFrom(at + 1);
    for (const length of lengths) {
      const last = pieces[at + length - 1];
      const option = last && find(text.slice(first.start, last.end));
      const rest = option ? readFrom(at + length) : null;
      if (option && rest) return [option, ...rest];
    }
    hopeless.add(at);
    return null;
  };
  return readFrom(0);
}

/** What stands between separators; of two in a row, nothing. */
function piecesOf(text: string): { start: number; end: number }[] {
  const separators = [...text.matchAll(SEPARATOR)];
  const starts = [0, ...separators.map(({ 0: found, index }) => index + found.length)];
  return starts.map((start, n) => ({ start, end: separators[n]?.index ?? text.length }));
}
