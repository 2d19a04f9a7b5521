/** Asks an open question, checks the answer, and keeps it. */
import { CHANNEL_LIMITS } from "../../channels/limits.ts";
import { inboundText } from "../../content/inbound.ts";
import { compilePattern, type Pattern } from "../../expressions/patterns.ts";
import { compileOptional, compileTemplate, type Template } from "../../expressions/templates.ts";
import type { Variables } from "../../session/schema.ts";
import { foldText } from "../../triggers/normalize.ts";
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
import { QUESTION_PORTS, questionSilence, resumeQuestion, timeoutTimers, wrongAnswer } from "../question.ts";
import { sendQuestion } from "../say.ts";
import { type TextField, topText } from "../text-field.ts";
import { readAnswer } from "./answers.ts";
import { checkAsk } from "./check.ts";
import { type AskData, askSchema } from "./schema.ts";

interface Prepared {
  text: Template;
  invalidText: Template | null;
  pattern: Pattern | null;
}
type AskScope = Scope<AskData, Prepared>;

const SKIP_PORT: Port = { id: "skip", label: "Skipped", optional: true };

function ask(scope: AskScope): Variables {
  const text = scope.render(scope.prepared.text);
  return sendQuestion(
    scope,
    scope.data.kind === "location" ? { type: "location-request", text } : { type: "text", text },
  );
}

function askAgain(scope: AskScope): Variables {
  const { invalidText } = scope.prepared;
  if (invalidText) scope.send({ type: "text", text: scope.render(invalidText) });
  return ask(scope);
}

function resume(scope: ResumeScope<AskData, Prepared>, input: ResumeInput): Outcome {
  return resumeQuestion(scope, input, (content) => {
    if (isSkipWord(scope.data, inboundText(content) ?? "")) return go(SKIP_PORT.id);
    const answer = readAnswer(content, scope.data, scope.prepared.pattern, scope.ctx);
    if ("value" in answer) return save(scope, answer.value);
    return wrongAnswer(scope, { ...answer, retries: scope.data.retries, repeat: () => askAgain(scope) });
  });
}

function isSkipWord({ skipWord = "" }: AskData, words: string): boolean {
  const folded = foldText(words);
  return folded !== "" && folded === foldText(skipWord);
}

function save(scope: AskScope, value: unknown): Outcome {
  const { saveAs, contactField } = scope.data;
  scope.set(saveAs, value);
  if (contactField) scope.emit({ type: "set-contact-field", field: contactField, value });
  return go();
}

function texts(data: AskData): TextField[] {
  const limit = CHANNEL_LIMITS.whatsapp.text;
  return [
    topText(data, "text", "the text", { required: true, limit }),
    topText(data, "invalidText", "the text after a wrong answer", { limit }),
    topText(data, "skipWord", "the skip word"),
  ];
}

/** Characters of the longest answer of a kind, as a text; absent: any length. */
const LONGEST: Readonly<Partial<Record<AskData["kind"], number>>> = {
  number: 24,
  email: 254,
  phone: 16,
  url: 2_048,
  date: 10,
  "yes-no": 5,
  rating: 3,
};

function refs(data: AskData): Ref[] {
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

export const askNode = defineNode({
  type: "ask",
  group: "ask",
  summary: "Asks an open question, checks the answer and saves it.",
  version: 1,
  schema: askSchema,
  defaults: { text: "", kind: "text", saveAs: "answer", retries: 2 },
  says: ["text", "location-request"],
  ports: (data) => [NEXT_PORT, ...(data.skipWord ? [SKIP_PORT] : []), ...QUESTION_PORTS],
  prepare: (data): Prepared => ({
    text: compileTemplate(data.text),
    invalidText: compileOptional(data.invalidText),
    pattern: data.pattern ? compilePattern(data.pattern) : null,
  }),
  enter(scope) {
    const memory = ask(scope);
    const timers = timeoutTimers(scope.ctx.now, scope.data.timeoutMinutes);
    return { kind: "wait", for: "message", timers, memory };
  },
  resume,
  takesWords: (scope, words) => isSkipWord(scope.data, words),
  texts,
  refs,
  check: checkAsk,
  silence: (data) => questionSilence(data.timeoutMinutes, [NEXT_PORT.id, SKIP_PORT.id]),
});
