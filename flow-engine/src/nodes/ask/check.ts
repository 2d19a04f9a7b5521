/** What can be wrong with a question before it is ever asked. */
import { FIXED_FIELDS } from "../../effects/changed-contact.ts";
import { readDate } from "../../expressions/read-date.ts";
import { readTime } from "../../expressions/read-time.ts";
import { optionProblems } from "../choice.ts";
import type { NodeProblem } from "../define-node.ts";
import { patternProblems } from "../rule-checks.ts";
import { isLiteral } from "../text-field.ts";
import { variableNameProblems } from "../variable-names.ts";
import { DONE_ID } from "./options.ts";
import type { AskData } from "./schema.ts";

export function checkAsk(data: AskData): NodeProblem[] {
  return [
    ...variableNameProblems([data.saveAs]),
    ...keepProblems(data),
    ...(data.pattern ? patternProblems(data.pattern, "this question") : []),
    ...boundProblems(data),
    ...momentProblems(data),
    ...choiceProblems(data),
  ];
}

const error = (code: string, message: string): NodeProblem => ({ code, severity: "error", message });
const warning = (code: string, message: string): NodeProblem => ({ code, severity: "warning", message });

function keepProblems({ saveAs, contactField, kind }: AskData): NodeProblem[] {
  if (!saveAs && !contactField)
    return [
      warning(
        "answer-not-kept",
        "The answer is kept nowhere. Name a variable or a field of the contact for it.",
      ),
    ];
  if (contactField && FIXED_FIELDS.has(contactField))
    return [
      error(
        "contact-field-fixed",
        `The contact's “${contactField}” can't be set here. Choose another field.`,
      ),
    ];
  if (contactField === "email" && kind !== "email" && kind !== "text")
    return [error("contact-field-kind", "The contact's “email” takes an e-mail address. Ask for one.")];
  return [];
}

function boundProblems({ kind, pattern, min, max }: AskData): NodeProblem[] {
  const problems: NodeProblem[] = [];
  if (pattern && kind !== "text")
    problems.push(
      warning("pattern-unused", "A pattern is looked at in text answers only. Take it out, or ask for text."),
    );
  if (min !== undefined && max !== undefined && min > max)
    problems.push(
      error("bounds-crossed", `No answer can be at least ${min} and at most ${max}. Correct the bounds.`),
    );
  return problems;
}

/** Any moment: whether a text can be read as a date does not depend on it. */
const SOME_DAY = { now: 0, timeZone: "UTC" };

function momentProblems({ kind, earliest = "", latest = "" }: AskData): NodeProblem[] {
  if (kind !== "date" && kind !== "time") return [];
  const read = (text: string) => (kind === "date" ? readDate(text, SOME_DAY) : readTime(text));
  const example = kind === "date" ? "2026-12-24 or today" : "09:00";
  const bad = [earliest, latest].filter((text) => text !== "" && isLiteral(text) && read(text) === null);
  if (bad.length > 0)
    return bad.map((text) => error("bound-unreadable", `“${text}” is no ${kind}. Write it like ${example}.`));
  const iso = [earliest, latest].every((text) => /^[\d:-]+$/.test(text));
  if (iso && (read(earliest) ?? "") > (read(latest) ?? ""))
    return [
      error("bounds-crossed", `Nothing is after ${earliest} and before ${latest}. Correct the bounds.`),
    ];
  return [];
}

function choiceProblems({ kind, options, several, min, max }: AskData): NodeProblem[] {
  if (kind !== "choice") return [];
  if (options.length === 0)
    return [error("options-missing", "There is nothing to choose from. Add options.")];
  const problems = optionProblems(options, "option");
  if (several && options.some(({ id }) => id === DONE_ID))
    problems.push(
      error("option-id-reserved", `The id “${DONE_ID}” ends the answers. Give the option another id.`),
    );
  if (several && (min ?? 0) > Math.min(max ?? options.length, options.length))
    problems.push(
      error(
        "too-few-options",
        `At least ${min} answers are wanted of ${options.length} options and at most ${max ?? options.length}. Lower the number.`,
      ),
    );
  return problems;
}
