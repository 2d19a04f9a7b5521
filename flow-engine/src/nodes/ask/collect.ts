/** A choice of several: answers are collected one by one until “done”, or come in one message. */
import type { InboundContent } from "../../content/inbound.ts";
import type { ChoiceOption } from "../choice.ts";
import type { Outcome } from "../define-node.ts";
import { sendQuestion } from "../say.ts";
import type { Refusal } from "./answers.ts";
import type { AskResume } from "./node.ts";
import { DONE_ID, offered, pickedOf, questionContent } from "./options.ts";
import { pickSeveral } from "./pick-several.ts";

interface Ends {
  keep(scope: AskResume, value: unknown, ids: { suffix: string; value: unknown }): Outcome;
  refuse(scope: AskResume, refusal: Refusal): Outcome;
}

const NOT_AN_OPTION: Refusal = { code: "not-an-option", message: "the answer is none of the options" };

export function resumeSeveral(scope: AskResume, content: InboundContent, { keep, refuse }: Ends): Outcome {
  const before = pickedOf(scope.memory);
  const all = offered(scope);
  const shown = offered(scope, before);
  // What was picked before comes last: a second tap on it is no mistake.
  const again = all.filter(({ id }) => before.includes(id));
  const chosen = pickSeveral(scope, content, [...shown, ...again]);
  if (!chosen) return refuse(scope, NOT_AN_OPTION);
  const done = chosen.some(({ id }) => id === DONE_ID) || chosen.length > 1;
  const picked = all.filter(({ id }) => before.includes(id) || chosen.some((option) => option.id === id));
  const { min = 1, max = all.length } = scope.data;
  if (picked.length > max)
    return refuse(scope, outside("too-many", `${picked.length} answers are over ${max}`));
  if (picked.length === all.length || picked.length === max || (done && picked.length >= min))
    return keep(
      scope,
      picked.map(({ title }) => title),
      { suffix: "_ids", value: picked.map(({ id }) => id) },
    );
  if (done) return refuse(scope, outside("too-few", `${picked.length} answers are under ${min}`));
  return { kind: "stay", memory: { ...scope.memory, ...askForMore(scope, picked), picked: idsOf(picked) } };
}

const outside = (code: string, message: string): Refusal => ({ code, message, outside: true });
const idsOf = (options: readonly ChoiceOption[]): string[] => options.map(({ id }) => id);

/** Says what is picked so far, and offers the rest. */
function askForMore(scope: AskResume, picked: readonly ChoiceOption[]) {
  const text = `✓ ${picked.map(({ title }) => title).join(", ")}`;
  return sendQuestion(scope, questionContent(scope, text, offered(scope, idsOf(picked))));
}
