/** Asks an open question, checks the answer, and keeps it. */
import { CHANNEL_LIMITS } from "../../channels/limits.ts";
import { type InboundContent, inboundText } from "../../content/inbound.ts";
import { compilePattern, type Pattern } from "../../expressions/patterns.ts";
import { compileOptional, compileTemplate, type Template } from "../../expressions/templates.ts";
import type { Variables } from "../../session/schema.ts";
import { foldText } from "../../triggers/normalize.ts";
import { type ChoiceOption, choiceRefs, findOption } from "../choice.ts";
import {
  defineNode,
  go,
  NEXT_PORT,
  type Outcome,
  type Port,
  type Ref,
  type ResumeInput,
  type ResumeScope,
  type Scope,
} from "../define-node.ts";
import {
  awaitAnswer,
  goOnAsking,
  QUESTION_PORTS,
  questionSilence,
  resumeQuestion,
  wrongAnswer,
} from "../question.ts";
import { sendQuestion } from "../say.ts";
import { type TextField, topText } from "../text-field.ts";
import { type Moments, type Refusal, readAnswer } from "./answers.ts";
import { checkAsk } from "./check.ts";
import { chosenOptions } from "./chosen.ts";
import {
  choiceOptions,
  doneTitle,
  offeredOptions,
  type PreparedOffer,
  prepareOffer,
  questionContent,
} from "./offered.ts";
import { isSkipWord } from "./own-words.ts";
import { type AskData, askSchema } from "./schema.ts";

const LIMITS = CHANNEL_LIMITS.whatsapp;

interface Prepared {
  text: Template;
  invalidText: Template | null;
  outsideText: Template | null;
  earliest: Template | null;
  latest: Template | null;
  pattern: Pattern | null;
  offer: PreparedOffer;
}
type AskScope = Scope<AskData, Prepared>;

const SKIP_PORT: Port = { id: "skip", label: "Skipped", optional: true };

/** @param chosen ids of what was chosen before, of several */
function ask(
  scope: AskScope,
  text = scope.render(scope.prepared.text),
  chosen: readonly string[] = [],
): Variables {
  const content = questionContent(scope, text, offeredOptions(scope, chosen));
  return { ...sendQuestion(scope, content), ...(chosen.length > 0 ? { chosen: [...chosen] } : {}) };
}

/** What was wrong, over the same answers; without any to tap, by itself before the question. */
function askAgain(scope: AskScope, chosen: readonly string[], refusal: Refusal): Variables {
  const { invalidText, outsideText } = scope.prepared;
  const text = (refusal.outside && outsideText) || invalidText;
  if (!text) return ask(scope, undefined, chosen);
  const said = scope.render(text);
  if (offeredOptions(scope, chosen).length > 0) return ask(scope, said, chosen);
  scope.send({ type: "text", text: said });
  return ask(scope, undefined, chosen);
}

function resume(scope: ResumeScope<AskData, Prepared>, input: ResumeInput): Outcome {
  return resumeQuestion(scope, input, (content) => {
    if (content.type !== "tap" && isSkipWord(scope, inboundText(content) ?? "")) return go(SKIP_PORT.id);
    const before = chosenBefore(scope);
    const wrong = (why: Refusal) => refuse(scope, why, before);
    if (scope.data.kind === "choice") return takeChoice(scope, content, before, wrong);
    const { pattern } = scope.prepared;
    const answer = readAnswer(asWords(scope, content), scope.data, pattern, scope.ctx, moments(scope));
    return "value" in answer ? save(scope, answer.value) : wrong(answer);
  });
}

function refuse(scope: ResumeScope<AskData, Prepared>, why: Refusal, chosen: readonly string[]): Outcome {
  return wrongAnswer(scope, {
    code: why.code,
    message: why.message,
    repeat: () => askAgain(scope, chosen, why),
  });
}

function moments(scope: AskScope): Moments {
  const { earliest, latest } = scope.prepared;
  return { earliest: earliest ? scope.render(earliest) : "", latest: latest ? scope.render(latest) : "" };
}

/** A tapped mark, or yes or no, means its id, whatever the language of its title. */
function asWords(scope: AskScope, content: InboundContent): InboundContent {
  const offered = offeredOptions(scope, []);
  if (content.type !== "tap" || offered.length === 0) return content;
  const option = findOption(scope, content, offered);
  return option ? { type: "text", text: option.id.replace(/^mark-/, "") } : content;
}

function chosenBefore({ memory }: ResumeScope): string[] {
  const { chosen } = memory;
  return Array.isArray(chosen) ? chosen.filter((id) => typeof id === "string") : [];
}

function takeChoice(
  scope: ResumeScope<AskData, Prepared>,
  content: InboundContent,
  before: readonly string[],
  wrong: (why: Refusal) => Outcome,
): Outcome {
  const { multiple } = scope.data;
  const all = choiceOptions(scope);
  const offered = offeredOptions(scope, before);
  const done = isDoneWord(scope, content, before);
  const chosen = done
    ? { options: [], ends: true }
    : chosenOptions(scope, content, { offered, all, several: multiple !== undefined });
  if ("code" in chosen) return wrong(chosen);
  const ids = [...new Set([...before, ...chosen.options.map(({ id }) => id)])];
  if (!multiple) return saveChoice(scope, all, ids);
  const most = Math.min(multiple.max ?? all.length, all.length);
  if (ids.length > most)
    return wrong({ code: "too-many", message: `more than ${most} were chosen`, outside: true });
  if (ids.length === most || (chosen.ends && ids.length >= multiple.min)) return saveChoice(scope, all, ids);
  if (chosen.ends)
    return wrong({ code: "too-few", message: `fewer than ${multiple.min} were chosen`, outside: true });
  return goOnAsking(scope, ask(scope, undefined, ids));
}

/** Once it may end, the word on the option that ends it does. */
function isDoneWord(scope: AskScope, content: InboundContent, before: readonly string[]): boolean {
  const { multiple } = scope.data;
  if (!multiple || before.length < multiple.min) return false;
  return foldText(inboundText(content) ?? "") === foldText(doneTitle(scope));
}

/** The title, or the titles as a list; with `_id` behind the name, the ids. */
function saveChoice(scope: AskScope, all: readonly ChoiceOption[], ids: readonly string[]): Outcome {
  const { saveAs, multiple } = scope.data;
  const titles = ids.flatMap((id) => all.find((option) => option.id === id)?.title ?? []);
  scope.set(`${saveAs}_id`, multiple ? [...ids] : ids[0]);
  return save(scope, multiple ? titles : titles[0]);
}

function save(scope: AskScope, value: unknown): Outcome {
  const { saveAs, contactField } = scope.data;
  scope.set(saveAs, value);
  if (contactField) scope.emit({ type: "set-contact-field", field: contactField, value });
  return go();
}

function texts(data: AskData): TextField[] {
  const limit = LIMITS.text;
  return [
    topText(data, "text", "the text", { required: true, limit }),
    topText(data, "invalidText", "the text after a wrong answer", { limit }),
    topText(data, "outsideText", "the text after an answer out of bounds", { limit }),
    topText(data, "earliest", "the first that counts", { reader: "machine" }),
    topText(data, "latest", "the last that counts", { reader: "machine" }),
    topText(data, "skipWord", "the skip word"),
    topText(data, "doneTitle", "the option that ends the choice", {
      code: "title",
      limit: LIMITS.buttons.title,
    }),
    topText(data, "listButton", "the button that opens the list", {
      code: "button",
      limit: LIMITS.list.button,
    }),
    ...(data.kind === "choice" ? (data.options ?? []) : []).map(
      ({ id, title }, at): TextField => ({
        key: `options.${id}.title`,
        path: ["options", at, "title"],
        label: `the title of option ${at + 1}`,
        source: title,
        reader: "customer",
        code: "title",
        required: true,
        limit: LIMITS.list.rowTitle + LIMITS.list.description,
      }),
    ),
  ];
}

/** Characters of the longest answer of a kind, as a text; absent: any length. */
const LONGEST: Readonly<Partial<Record<AskData["kind"], number>>> = {
  number: 24,
  email: 254,
  phone: 16,
  url: 2_048,
  date: 10,
  time: 5,
  "yes-no": 5,
  rating: 3,
};

function refs(data: AskData): Ref[] {
  if (data.kind === "choice") return choiceAnswerRefs(data);
  const maxLength = data.kind === "text" ? data.max : LONGEST[data.kind];
  return [
    {
      kind: "sets",
      name: data.saveAs,
      ports: [NEXT_PORT.id],
      ...(maxLength === undefined ? {} : { maxLength }),
    },
    ...(data.contactField ? [{ kind: "field" as const, name: data.contactField }] : []),
  ];
}

function choiceAnswerRefs({ saveAs, options = [], multiple, contactField }: AskData): Ref[] {
  const ports = [NEXT_PORT.id];
  const one = multiple ? [] : choiceRefs(saveAs, options).map((ref) => ({ ...ref, ports }));
  const several = [saveAs, `${saveAs}_id`].map((name): Ref => ({ kind: "sets", name, ports }));
  return [
    ...(multiple ? several : one),
    ...(contactField ? [{ kind: "field" as const, name: contactField }] : []),
  ];
}

export const askNode = defineNode({
  type: "ask",
  group: "ask",
  summary: "Asks a question of one of seventeen kinds, checks the answer and saves it.",
  version: 1,
  schema: askSchema,
  defaults: { text: "", kind: "text", saveAs: "answer", retries: 2 },
  says: ["text", "buttons", "list", "location-request"],
  ports: (data) => [NEXT_PORT, ...(data.skipWord || data.skippable ? [SKIP_PORT] : []), ...QUESTION_PORTS],
  prepare: (data): Prepared => ({
    text: compileTemplate(data.text),
    invalidText: compileOptional(data.invalidText),
    outsideText: compileOptional(data.outsideText),
    earliest: compileOptional(data.earliest),
    latest: compileOptional(data.latest),
    pattern: data.pattern ? compilePattern(data.pattern) : null,
    offer: prepareOffer(data),
  }),
  enter: (scope) => awaitAnswer(scope, ask(scope)),
  resume,
  takesTap: (data, tapId) => data.kind === "choice" && (data.options ?? []).some(({ id }) => id === tapId),
  takesWords: (scope, words) =>
    isSkipWord(scope, words) ||
    offeredOptions(scope, chosenBefore(scope)).some(({ title }) => foldText(title) === foldText(words)),
  texts,
  refs,
  check: checkAsk,
  silence: (data) => questionSilence(data.timeoutMinutes, [NEXT_PORT.id, SKIP_PORT.id]),
});
