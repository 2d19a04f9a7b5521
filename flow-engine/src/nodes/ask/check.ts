/** What can be wrong with a question before it is ever asked. */
import { readDate } from "../../expressions/read-date.ts";
import { readTime } from "../../expressions/read-time.ts";
import { foldText } from "../../triggers/normalize.ts";
import { optionProblems } from "../choice.ts";
import type { NodeProblem } from "../define-node.ts";
import { patternProblems } from "../rule-checks.ts";
import { isLiteral } from "../text-field.ts";
import { variableNameProblems } from "../variable-names.ts";
import { RATING_BOUNDS } from "./answers.ts";
import { DONE_ID } from "./offered.ts";
import { DONE_WORDS, SKIP_WORDS, skipWords } from "./own-words.ts";
import type { AskData } from "./schema.ts";

export function checkAsk(data: AskData): NodeProblem[] {
  return [
    ...variableNameProblems([data.saveAs]),
    ...(data.pattern ? patternProblems(data.pattern, "this question") : []),
    ...boundProblems(data),
    ...momentProblems(data),
    ...choiceProblems(data),
  ];
}

const crossedBounds = (message: string): NodeProblem => ({
  code: "bounds-crossed",
  severity: "error",
  message,
});

/** Any two moments: what reads alike on both, a year apart, does not depend on the day. */
const SOME_DAY = { now: 0, timeZone: "UTC" };
const ANOTHER_DAY = { now: 400 * 86_400_000, timeZone: "UTC" };

type ReadMoment = (text: string, day: typeof SOME_DAY) => string | null;
const MOMENTS: Readonly<Record<"date" | "time", { read: ReadMoment; example: string }>> = {
  date: { read: readDate, example: "2026-12-24 or today" },
  time: { read: (text) => readTime(text), example: "09:00" },
};

function momentProblems({ kind, earliest = "", latest = "" }: AskData): NodeProblem[] {
  if (kind !== "date" && kind !== "time") return [];
  const { read, example } = MOMENTS[kind];
  const unreadable = [earliest, latest].filter(
    (text) => text !== "" && isLiteral(text) && read(text, SOME_DAY) === null,
  );
  if (unreadable.length > 0) {
    return unreadable.map((text) => ({
      code: "bound-unreadable",
      severity: "error",
      message: `“${text}” is no ${kind}. Write it like ${example}.`,
    }));
  }
  const first = onAnyDay(read, earliest);
  const last = onAnyDay(read, latest);
  const areCrossed = first !== null && last !== null && first > last;
  return areCrossed
    ? [crossedBounds(`No ${kind} is from ${earliest} on and until ${latest}. Correct the bounds.`)]
    : [];
}

/** What a bound means on every day; null when there is none, and for templates and words such as `tomorrow`. */
function onAnyDay(read: ReadMoment, text: string): string | null {
  const moment = isLiteral(text) ? read(text, SOME_DAY) : null;
  return moment === read(text, ANOTHER_DAY) ? moment : null;
}

function choiceProblems(data: AskData): NodeProblem[] {
  const { kind, options = [], multiple } = data;
  if (kind !== "choice") return [];
  const problem = (code: string, message: string): NodeProblem => ({ code, severity: "error", message });
  if (options.length === 0)
    return [problem("options-missing", "There is nothing to choose from. Add options.")];
  const problems = optionProblems(options, "option");
  if (multiple && options.some(({ id }) => id === DONE_ID)) {
    const message = `The id “${DONE_ID}” ends a choice of several. Give the option another id.`;
    problems.push(problem("option-id-reserved", message));
  }
  for (const title of takenTitles(data)) {
    const message = `“${title}” is an option, and also ends or skips the question. Change one of them.`;
    problems.push(problem("title-twice", message));
  }
  const { min = 1, max = options.length } = multiple ?? {};
  if (multiple && (min > max || min > options.length)) {
    const message = `Nobody can choose at least ${min} of ${options.length}, and at most ${max}. Correct the bounds.`;
    problems.push(crossedBounds(message));
  }
  return problems;
}

/** Titles of options that are also words to end or to skip: whoever writes them is misunderstood. */
function takenTitles(data: AskData): string[] {
  const { options = [], multiple, doneTitle } = data;
  const ending = multiple ? (doneTitle ? [doneTitle] : DONE_WORDS) : [];
  const taken = new Set([...ending.map(foldText), ...skipWords(data, SKIP_WORDS)]);
  return options
    .map(({ title }) => title)
    .filter((title) => foldText(title) !== "" && taken.has(foldText(title)));
}

function boundProblems({ kind, pattern, min, max }: AskData): NodeProblem[] {
  const problems: NodeProblem[] = [];
  if (pattern && kind !== "text") {
    problems.push({
      code: "pattern-unused",
      severity: "warning",
      message: "A pattern is looked at in text answers only. Take it out, or ask for text.",
    });
  }
  const lowest = min ?? (kind === "rating" ? RATING_BOUNDS.min : undefined);
  const highest = max ?? (kind === "rating" ? RATING_BOUNDS.max : undefined);
  if (lowest !== undefined && highest !== undefined && lowest > highest) {
    problems.push(
      crossedBounds(`No answer can be at least ${lowest} and at most ${highest}. Correct the bounds.`),
    );
  } else if (kind === "text" && max !== undefined && max < 1) {
    problems.push(crossedBounds(`No text has at most ${max} characters. Correct the bounds.`));
  }
  return problems;
}
