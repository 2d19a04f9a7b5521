/** Asks a question, checks the answer, and keeps it. */
import { type InboundContent, inboundText } from "../../content/inbound.ts";
import { PROFILE_FIELDS } from "../../effects/changed-contact.ts";
import { compilePattern, type Pattern } from "../../expressions/patterns.ts";
import { compileOptional, compileTemplate, type Template } from "../../expressions/templates.ts";
import type { Variables } from "../../session/schema.ts";
import { foldText } from "../../triggers/normalize.ts";
import { findAmong, isOwnTap, prepareOptions } from "../choice.ts";
import { fieldValue } from "../contact-field/field-value.ts";
import {
  defineNode,
  go,
  NEXT_PORT,
  type Outcome,
  type Port,
  type ResumeInput,
  type ResumeScope,
  type Scope,
} from "../define-node.ts";
import { QUESTION_PORTS, questionSilence, resumeQuestion, timeoutTimers, wrongAnswer } from "../question.ts";
import { sendQuestion } from "../say.ts";
import { type Refusal, readAnswer } from "./answers.ts";
import { checkAsk } from "./check.ts";
import { resumeSeveral } from "./collect.ts";
import { offered, optionIds, type PreparedOptions, pickedOf, questionContent, YES_ID } from "./options.ts";
import { askRefs } from "./refs.ts";
import { type AskData, askSchema } from "./schema.ts";
import { askTexts } from "./texts.ts";

interface Prepared extends PreparedOptions {
  text: Template;
  invalidText: Template | null;
  outsideText: Template | null;
  earliest: Template | null;
  latest: Template | null;
  pattern: Pattern | null;
}
export type AskScope = Scope<AskData, Prepared>;
export type AskResume = ResumeScope<AskData, Prepared>;

const SKIP_PORT: Port = { id: "skip", label: "Skipped", optional: true };

function ask(scope: AskScope, picked: readonly string[] = []): Variables {
  const text = scope.render(scope.prepared.text);
  return sendQuestion(scope, questionContent(scope, text, offered(scope, picked)));
}

function askAgain(scope: AskResume, refusal: Refusal): Variables {
  const { invalidText, outsideText } = scope.prepared;
  const said = (refusal.outside && outsideText) || invalidText;
  if (said) scope.send({ type: "text", text: scope.render(said) });
  return ask(scope, pickedOf(scope.memory));
}

function resume(scope: AskResume, input: ResumeInput): Outcome {
  return resumeQuestion(scope, input, (content) => {
    if (isSkipWord(scope.data, inboundText(content) ?? "")) return skip(scope);
    if (scope.data.kind !== "choice") return single(scope, scope.data.kind, content);
    if (scope.data.several) return resumeSeveral(scope, content, { keep, refuse });
    const option = findAmong(scope, content, offered(scope));
    if (!option)
      return refuse(scope, { code: "not-an-option", message: "the answer is none of the options" });
    return keep(scope, option.title, { suffix: "_id", value: option.id });
  });
}

function single(
  scope: AskResume,
  kind: Exclude<AskData["kind"], "choice">,
  content: InboundContent,
): Outcome {
  const { earliest, latest, pattern } = scope.prepared;
  // The labels of the buttons say yes and no too.
  const label = kind === "yes-no" ? findAmong(scope, content, offered(scope)) : undefined;
  if (label) return keep(scope, label.id === YES_ID);
  const answer = readAnswer(kind, content, {
    data: scope.data,
    pattern,
    ctx: scope.ctx,
    tapId: content.type === "tap" && isOwnTap(scope, content.tap) ? content.tap.id : null,
    earliest: earliest ? scope.render(earliest) : "",
    latest: latest ? scope.render(latest) : "",
  });
  return "value" in answer ? keep(scope, answer.value) : refuse(scope, answer);
}

function refuse(scope: AskResume, refusal: Refusal): Outcome {
  return wrongAnswer(scope, {
    code: refusal.code,
    message: refusal.message,
    retries: scope.data.retries,
    repeat: () => askAgain(scope, refusal),
  });
}

function isSkipWord({ skipWord = "" }: AskData, words: string): boolean {
  const folded = foldText(words);
  return folded !== "" && skipWord.split(",").some((word) => foldText(word) === folded);
}

/** Without a way of its own a skipped question goes on as an answered one, with nothing in its variable. */
function skip(scope: AskResume): Outcome {
  if (scope.connected(SKIP_PORT.id)) return go(SKIP_PORT.id);
  const { saveAs } = scope.data;
  if (saveAs) scope.set(saveAs, null);
  return go();
}

/** @param ids what is kept beside the answer, under its name and a suffix */
function keep(scope: AskResume, value: unknown, ids?: { suffix: string; value: unknown }): Outcome {
  const { saveAs, contactField } = scope.data;
  const kept = contactField ? asField(scope, contactField, value) : null;
  if (kept && "code" in kept) return refuse(scope, kept);
  if (saveAs) {
    scope.set(saveAs, value);
    if (ids) scope.set(`${saveAs}${ids.suffix}`, ids.value);
  }
  if (contactField && kept) scope.emit({ type: "set-contact-field", field: contactField, value: kept.value });
  return go();
}

/** Fields that every contact has are checked as what they are; fields of one's own take the answer's own type. */
function asField(scope: AskResume, field: string, value: unknown): { value: unknown } | Refusal {
  if (!PROFILE_FIELDS.some((name) => name === field)) return { value };
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return fieldValue({ field, as: "text" }, text, scope.ctx.timeZone);
}

export const askNode = defineNode({
  type: "ask",
  group: "ask",
  summary: "Asks a question, checks the answer and saves it.",
  version: 1,
  schema: askSchema,
  defaults: {
    text: "",
    kind: "text",
    saveAs: "answer",
    retries: 2,
    options: [],
    several: false,
    showOptions: false,
  },
  says: ["text", "buttons", "list", "location-request"],
  ports: (data) => [NEXT_PORT, ...(data.skipWord ? [SKIP_PORT] : []), ...QUESTION_PORTS],
  prepare: (data): Prepared => ({
    text: compileTemplate(data.text),
    invalidText: compileOptional(data.invalidText),
    outsideText: compileOptional(data.outsideText),
    earliest: compileOptional(data.earliest),
    latest: compileOptional(data.latest),
    pattern: data.pattern ? compilePattern(data.pattern) : null,
    options: prepareOptions(data.options),
    buttonLabel: compileOptional(data.buttonLabel),
    yesLabel: compileOptional(data.yesLabel),
    noLabel: compileOptional(data.noLabel),
    doneLabel: compileOptional(data.doneLabel),
  }),
  enter(scope) {
    const memory = ask(scope);
    const timers = timeoutTimers(scope.ctx.now, scope.data.timeoutMinutes);
    return { kind: "wait", for: "message", timers, memory };
  },
  resume,
  takesTap: (data, tapId) => optionIds(data).includes(tapId),
  takesWords: (scope, words) =>
    isSkipWord(scope.data, words) ||
    offered(scope, pickedOf(scope.memory)).some(({ title }) => foldText(title) === foldText(words)),
  texts: askTexts,
  refs: askRefs,
  check: checkAsk,
  silence: (data) => questionSilence(data.timeoutMinutes, [NEXT_PORT.id, SKIP_PORT.id]),
});
