/** Which of several options a message means: one, or several in one message. */
import { type InboundContent, inboundText } from "../../content/inbound.ts";
import { foldText } from "../../triggers/normalize.ts";
import { type ChoiceOption, findAmong } from "../choice.ts";
import type { Scope } from "../define-node.ts";

/** `1, 3`, `tea and coffee`, `1 3`. Only tried when the whole is no title. */
const BETWEEN = /\s*[,;\n+&/]\s*|\s+(?:and|y|e|et|und)\s+/;
const NUMBERS_ONLY = /^\d{1,2}(?:\s+\d{1,2})+$/;

/** @returns the options in the order written, each once; null when some part is none of them */
export function pickSeveral(
  scope: Scope,
  content: InboundContent,
  shown: readonly ChoiceOption[],
): ChoiceOption[] | null {
  const whole = findAmong(scope, content, shown);
  if (whole) return [whole];
  if (content.type !== "text" && content.type !== "tap") return null;
  // Folding makes one space of white space, so lines are split before.
  const lines = (inboundText(content) ?? "").split("\n").map(foldText);
  const parts = lines
    .flatMap((line) => line.split(NUMBERS_ONLY.test(line) ? /\s+/ : BETWEEN))
    .filter((part) => part !== "");
  const found = parts.map((text) => findAmong(scope, { type: "text", text }, shown));
  const chosen = found.filter((option) => option !== undefined);
  if (chosen.length === 0 || chosen.length < found.length) return null;
  return chosen.filter((option, at) => chosen.findIndex(({ id }) => id === option.id) === at);
}
