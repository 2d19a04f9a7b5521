/** Asks with reply buttons and leaves by the one that was chosen. */
import { CHANNEL_LIMITS } from "../../channels/limits.ts";
import { compileOptional, compileTemplate, type Template } from "../../expressions/templates.ts";
import type { Variables } from "../../session/schema.ts";
import {
  choiceRefs,
  choiceSilence,
  isOptionTitle,
  optionProblems,
  type PreparedOption,
  prepareOptions,
  resumeChoice,
} from "../choice.ts";
import { defineNode, type NodeProblem, type Scope } from "../define-node.ts";
import { headerProblems, headerTexts, type PreparedHeader, prepareHeader, renderHeader } from "../header.ts";
import { awaitAnswer, QUESTION_PORTS } from "../question.ts";
import { sendQuestion } from "../say.ts";
import { type TextField, topText } from "../text-field.ts";
import { variableNameProblems } from "../variable-names.ts";
import { type ButtonsData, buttonsSchema } from "./schema.ts";

interface Prepared {
  text: Template;
  header: PreparedHeader;
  footer: Template | null;
  invalidText: Template | null;
  options: PreparedOption[];
}

const LIMITS = CHANNEL_LIMITS.whatsapp.buttons;

function ask(scope: Scope<ButtonsData, Prepared>, text = scope.render(scope.prepared.text)): Variables {
  const { options, footer } = scope.prepared;
  const header = renderHeader(scope, scope.prepared.header);
  return sendQuestion(scope, {
    type: "buttons",
    text,
    ...(header ? { header } : {}),
    ...(footer ? { footer: scope.render(footer) } : {}),
    options: options.map(({ id, title }) => ({ id, title: scope.render(title) })),
  });
}

function texts(data: ButtonsData): TextField[] {
  return [
    topText(data, "text", "the text", { required: true, limit: LIMITS.body }),
    ...headerTexts(data.header, LIMITS.header),
    topText(data, "footer", "the footer", { code: "footer", limit: LIMITS.footer }),
    ...data.options.map(
      ({ id, title }, at): TextField => ({
        key: `options.${id}.title`,
        path: ["options", at, "title"],
        label: `the title of button ${at + 1}`,
        source: title,
        reader: "customer",
        code: "title",
        required: true,
        limit: LIMITS.title,
      }),
    ),
    topText(data, "invalidText", "the text after a wrong answer", { limit: LIMITS.body }),
  ];
}

function countProblems(count: number): NodeProblem[] {
  if (count <= LIMITS.count) return [];
  const message = `There are ${count} buttons and WhatsApp takes ${LIMITS.count}. Take some out, or use a list.`;
  return [{ code: "buttons-too-many", severity: "error", message }];
}

export const buttonsNode = defineNode({
  type: "buttons",
  group: "ask",
  summary: "Asks with reply buttons and leaves by the one that was chosen, tapped or typed.",
  version: 1,
  schema: buttonsSchema,
  defaults: { text: "", options: [{ id: "opt-0", title: "" }], retries: 2 },
  says: ["buttons"],
  ports: (data) => [...data.options.map(({ id, title }) => ({ id, label: title })), ...QUESTION_PORTS],
  prepare: (data): Prepared => ({
    text: compileTemplate(data.text),
    header: prepareHeader(data.header),
    footer: compileOptional(data.footer),
    invalidText: compileOptional(data.invalidText),
    options: prepareOptions(data.options),
  }),
  enter: (scope) => awaitAnswer(scope, ask(scope)),
  resume(scope, input) {
    const { options, invalidText } = scope.prepared;
    return resumeChoice(scope, input, { options, invalidText, ask: (text) => ask(scope, text) });
  },
  takesTap: (data, tapId) => data.options.some(({ id }) => id === tapId),
  takesWords: (scope, words) => isOptionTitle(scope, words, scope.prepared.options),
  texts,
  refs: (data) => choiceRefs(data.saveAs, data.options),
  check: (data) => [
    ...headerProblems(data.header),
    ...countProblems(data.options.length),
    ...optionProblems(data.options, "button"),
    ...variableNameProblems([data.saveAs]),
  ],
  silence: (data) => choiceSilence(data, data.options),
});
