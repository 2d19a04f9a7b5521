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
  const parts = partsOf(inboundText(content) ?? "");
  const found = parts.map((text) => {
    const part: InboundContent = { type: "text", text };
    // A number is one of those that were offered last; a title may be any.
    return findOption(scope, part, offered) ?? findOption(scope, part, all);
  });
  const known = found.filter((option) => option !== undefined && option.id !== DONE_ID);
  if (parts.length < 2 || known.length !== parts.length) return NONE;
  return { options: known.flatMap((option) => option ?? []), ends: true };
}

/** `1, 3 and 4`, `cheese y ham`, one a line. */
function partsOf(text: string): string[] {
  return text
    .split(/[,;\n+&]|\s(?:and|y|e|et|und|o|or)\s/iu)
    .map((part) => part.trim())
    .filter((part) => foldText(part) !== "");
}
