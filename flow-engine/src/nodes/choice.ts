/** A question with given options, shared by the nodes that offer some: which one an answer means, and what follows. */
import { type InboundContent, inboundText } from "../content/inbound.ts";
import { compileTemplate, type Template } from "../expressions/templates.ts";
import type { Variables } from "../session/schema.ts";
import { foldText } from "../triggers/normalize.ts";
import {
  go,
  type NodeProblem,
  type Outcome,
  type Ref,
  type ResumeInput,
  type ResumeScope,
  type Scope,
  type Silence,
} from "./define-node.ts";
import { QUESTION_PORTS, questionSilence, resumeQuestion, wrongAnswer } from "./question.ts";

export interface ChoiceOption {
  id: string;
  title: string;
}
export interface PreparedOption {
  id: string;
  title: Template;
}

/** Data that all these node types have. */
interface ChoiceData {
  saveAs?: string | undefined;
  retries: number;
  timeoutMinutes?: number | undefined;
}

/** How a node type asks: with its own text, or with `text` over the same options. What it returns, the wait remembers. */
interface Question {
  options: readonly PreparedOption[];
  invalidText: Template | null;
  ask(text?: string): Variables;
}

export function prepareOptions(options: readonly ChoiceOption[]): PreparedOption[] {
  return options.map(({ id, title }) => ({ id, title: compileTemplate(title) }));
}

export function resumeChoice(
  scope: ResumeScope<ChoiceData>,
  input: ResumeInput,
  question: Question,
): Outcome {
  return resumeQuestion(scope, input, (content) => {
    const chosen = findChoice(scope, content, question.options);
    if (chosen) return choose(scope, chosen);
    const { invalidText } = question;
    return wrongAnswer(scope, {
      code: "not-an-option",
      message: "the answer is none of the options",
      repeat: () => question.ask(invalidText ? scope.render(invalidText) : undefined),
    });
  });
}

/** Whether some words are the title of an option. */
export function isOptionTitle(scope: Scope, words: string, options: readonly PreparedOption[]): boolean {
  const folded = foldText(words);
  return options.some(({ title }) => foldText(scope.render(title)) === folded);
}

function choose(scope: ResumeScope<ChoiceData>, { id, title }: ChoiceOption): Outcome {
  const { saveAs } = scope.data;
  if (saveAs) {
    scope.set(saveAs, title);
    scope.set(`${saveAs}_id`, id);
  }
  return go(id);
}

/** `2`, `2.` or `2)`: the position of an option, counted from 1. */
const POSITION = /^(\d{1,2})[.)]?$/;

function findChoice(
  scope: Scope,
  content: InboundContent,
  options: readonly PreparedOption[],
): ChoiceOption | undefined {
  return findOption(
    scope,
    content,
    options.map(({ id, title }) => ({ id, title: scope.render(title) })),
  );
}

/** The option that an answer means: tapped, written by its title, or by its number. */
export function findOption(
  scope: Scope,
  content: InboundContent,
  rendered: readonly ChoiceOption[],
): ChoiceOption | undefined {
  const tapped = content.type === "tap" && isOwnTap(scope, content.tap) ? content.tap.id : null;
  const byId = rendered.find(({ id }) => id === tapped);
  if (byId || (content.type !== "text" && content.type !== "tap")) return byId;
  const answer = foldText(inboundText(content) ?? "");
  if (answer === "") return undefined;
  const position = POSITION.exec(answer)?.[1];
  return (
    rendered.find(({ title }) => foldText(title) === answer) ??
    (position ? rendered[Number(position) - 1] : undefined)
  );
}

/** Many questions have an `opt-0`: a tap known to come from another message says nothing about this one. */
function isOwnTap(
  scope: Scope,
  tap: { sessionId?: string | undefined; nodeId?: string | undefined },
): boolean {
  const ofSession = tap.sessionId === undefined || tap.sessionId === scope.read("session.id");
  return ofSession && (tap.nodeId === undefined || tap.nodeId === scope.nodeId);
}

const PORT_NAMES: ReadonlySet<string> = new Set(["next", ...QUESTION_PORTS.map((port) => port.id)]);

/** Ids must name one option each and no other port; titles must be tellable apart. */
export function optionProblems(options: readonly ChoiceOption[], what: string): NodeProblem[] {
  const problems: NodeProblem[] = [];
  const problem = (code: string, message: string) => problems.push({ code, severity: "error", message });
  for (const id of repeated(options.map((option) => option.id))) {
    problem("option-id-twice", `Two ${what}s have the id “${id}”. Give each its own.`);
  }
  for (const title of repeated(options.map((option) => foldText(option.title)))) {
    if (title !== "") problem("title-twice", `Two ${what}s are called “${title}”. Give each its own title.`);
  }
  for (const { id } of options) {
    if (PORT_NAMES.has(id))
      problem("option-id-reserved", `The id “${id}” names another way out. Give the ${what} another id.`);
  }
  return problems;
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

/** The chosen title and its id, set only when an option was chosen. */
export function choiceRefs(saveAs: string | undefined, options: readonly ChoiceOption[]): Ref[] {
  if (!saveAs) return [];
  const ports = options.map(({ id }) => id);
  const longest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => text.length));
  const templated = options.some(({ title }) => title.includes("{"));
  return [
    {
      kind: "sets",
      name: saveAs,
      ports,
      ...(templated ? {} : { maxLength: longest(options.map(({ title }) => title)) }),
    },
    { kind: "sets", name: `${saveAs}_id`, ports, maxLength: longest(ports) },
  ];
}

export function choiceSilence(data: ChoiceData, options: readonly ChoiceOption[]): Record<string, Silence> {
  return questionSilence(
    data.timeoutMinutes,
    options.map(({ id }) => id),
  );
}
