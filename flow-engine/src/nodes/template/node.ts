/** Sends an approved template, filled in; with quick replies it waits for one of them, or its words. */

import type { MessageContent } from "../../content/schema.ts";
import { compileOptional, type Template } from "../../expressions/templates.ts";
import {
  choiceRefs,
  choiceSilence,
  isOptionTitle,
  type PreparedOption,
  prepareOptions,
  resumeChoice,
} from "../choice.ts";
import {
  defineNode,
  NEXT_PORT,
  type Outcome,
  type Ref,
  type ResumeInput,
  type ResumeScope,
  type Scope,
} from "../define-node.ts";
import { awaitAnswer, QUESTION_PORTS } from "../question.ts";
import { couldNotSend, FAILED_PORT, passOver, resumeSaid, say, sendQuestion } from "../say.ts";
import { checkTemplate, quickReplies, templateTexts } from "./check.ts";
import { type PreparedParameters, prepareParameters, renderParameters } from "./parameters.ts";
import { type TemplateData, templateSchema } from "./schema.ts";

interface Prepared {
  parameters: PreparedParameters;
  text: Template | null;
  options: PreparedOption[];
  invalidText: Template | null;
}
type TemplateScope = Scope<TemplateData, Prepared>;

function contentOf(scope: TemplateScope): MessageContent | null {
  const parameters = renderParameters(scope, scope.prepared.parameters);
  if (!parameters) return null;
  const { name, language } = scope.data;
  const text = scope.prepared.text ? scope.render(scope.prepared.text) : "";
  return { type: "template", name, language, parameters, ...(text.trim() ? { text } : {}) };
}

/** After a wrong answer the customer has just written: plain words will do. */
function askAgain(scope: TemplateScope, text: string | undefined) {
  if (text !== undefined) return sendQuestion(scope, { type: "text", text });
  const content = contentOf(scope);
  return content ? sendQuestion(scope, content) : {};
}

function cannotFill(scope: TemplateScope): Outcome {
  const why = { code: "header-missing", message: "what the template's header needs is not there" };
  return scope.connected(FAILED_PORT.id) ? couldNotSend(scope, why) : passOver(scope, why.code, why.message);
}

function resume(scope: ResumeScope<TemplateData, Prepared>, input: ResumeInput): Outcome {
  const { options, invalidText } = scope.prepared;
  if (options.length === 0) return resumeSaid(scope, input);
  return resumeChoice(scope, input, { options, invalidText, ask: (text) => askAgain(scope, text) });
}

function refs(data: TemplateData): Ref[] {
  const { name, language } = data;
  const named: Ref[] = name.trim() ? [{ kind: "template", name, language }] : [];
  return [...named, ...choiceRefs(data.saveAs, quickReplies(data))];
}

export const templateNode = defineNode({
  type: "template",
  group: "say",
  summary:
    "Sends an approved WhatsApp template, which may go out at any time; with quick replies it waits for one.",
  version: 1,
  schema: templateSchema,
  defaults: { name: "", language: "", body: [], buttons: [], retries: 2 },
  says: ["template"],
  ports(data) {
    const options = quickReplies(data);
    if (options.length === 0) return [NEXT_PORT, FAILED_PORT];
    return [...options.map(({ id, title }) => ({ id, label: title })), ...QUESTION_PORTS];
  },
  prepare: (data): Prepared => ({
    parameters: prepareParameters(data),
    text: compileOptional(data.text),
    options: prepareOptions(quickReplies(data)),
    invalidText: compileOptional(data.invalidText),
  }),
  enter(scope) {
    const content = contentOf(scope);
    if (!content) return cannotFill(scope);
    if (scope.prepared.options.length === 0) return say(scope, content);
    return awaitAnswer(scope, sendQuestion(scope, content));
  },
  resume,
  takesTap: (data, tapId) => quickReplies(data).some(({ id }) => id === tapId),
  takesWords: (scope, words) => isOptionTitle(scope, words, scope.prepared.options),
  texts: templateTexts,
  refs,
  check: checkTemplate,
  silence(data) {
    const options = quickReplies(data);
    return options.length === 0 ? {} : choiceSilence(data, options);
  },
});
