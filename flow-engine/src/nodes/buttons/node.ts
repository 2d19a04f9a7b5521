/** Asks with reply buttons and leaves by the one that was chosen. */
import { CHANNEL_LIMITS } from "../../channels/limits.ts";
import { compileOptional, compileTemplate, type Template } from "../../expressions/templates.ts";
import { awaitChoice, optionProblems, type PreparedOption, prepareOptions, resumeChoice } from "../choice.ts";
import { defineNode, type NodeProblem, type Ref, type Scope } from "../define-node.ts";
import { headerSources, type PreparedHeader, prepareHeader, renderHeader } from "../header.ts";
import { templateProblems, templateReads } from "../template-fields.ts";
import { emptyProblems, type LimitedText, lengthProblems, variableNameProblems } from "../text-problems.ts";
import { QUESTION_PORTS } from "../wrong-answer.ts";
import { type ButtonsData, buttonsSchema } from "./schema.ts";

interface Prepared {
  text: Template;
  header: PreparedHeader;
  footer: Template | null;
  invalidText: Template | null;
  options: PreparedOption[];
}

const LIMITS = CHANNEL_LIMITS.whatsapp.buttons;

function ask(scope: Scope<ButtonsData, Prepared>, text = scope.render(scope.prepared.text)): void {
  const { options, footer } = scope.prepared;
  const header = renderHeader(scope, scope.prepared.header);
  scope.send({
    type: "buttons",
    text,
    ...(header ? { header } : {}),
    ...(footer ? { footer: scope.render(footer) } : {}),
    options: options.map(({ id, title }) => ({ id, title: scope.render(title) })),
  });
}

function limitedTexts(data: ButtonsData): LimitedText[] {
  const { header, footer } = data;
  const headerText = header?.kind === "text" ? header.text : undefined;
  return [
    { code: "text", label: "the text", source: data.text, limit: LIMITS.body },
    { code: "header", label: "the header", source: headerText, limit: LIMITS.header },
    { code: "footer", label: "the footer", source: footer, limit: LIMITS.footer },
    { code: "text", label: "the text after a wrong answer", source: data.invalidText, limit: LIMITS.body },
    ...titles(data),
  ];
}

function titles(data: ButtonsData): LimitedText[] {
  return data.options.map(({ title }, index) => {
    return { code: "title", label: `the title of button ${index + 1}`, source: title, limit: LIMITS.title };
  });
}

function countProblems(count: number): NodeProblem[] {
  if (count <= LIMITS.count) return [];
  const message = `There are ${count} buttons and WhatsApp takes ${LIMITS.count}. Take some out, or use a list.`;
  return [{ code: "buttons-too-many", severity: "error", message }];
}

function check(data: ButtonsData): NodeProblem[] {
  const texts = limitedTexts(data);
  const [text] = texts;
  return [
    ...emptyProblems(text ? [text, ...titles(data)] : []),
    ...lengthProblems(texts),
    ...templateProblems(texts),
    ...countProblems(data.options.length),
    ...optionProblems(data.options, "button"),
    ...variableNameProblems([data.saveAs]),
  ];
}

function refs(data: ButtonsData): Ref[] {
  const { saveAs } = data;
  const sources = limitedTexts(data).map((field) => field.source);
  const sets: Ref[] = saveAs ? [saveAs, `${saveAs}_id`].map((name) => ({ kind: "sets", name })) : [];
  return [...templateReads([...sources, ...headerSources(data.header)]), ...sets];
}

export const buttonsNode = defineNode({
  type: "buttons",
  version: 1,
  schema: buttonsSchema,
  defaults: { text: "", options: [{ id: "opt-0", title: "" }], retries: 2 },
  ports: (data) => [...data.options.map(({ id, title }) => ({ id, label: title })), ...QUESTION_PORTS],
  prepare: (data): Prepared => ({
    text: compileTemplate(data.text),
    header: prepareHeader(data.header),
    footer: compileOptional(data.footer),
    invalidText: compileOptional(data.invalidText),
    options: prepareOptions(data.options),
  }),
  enter(scope) {
    ask(scope);
    return awaitChoice(scope);
  },
  resume(scope, input) {
    const { options, invalidText } = scope.prepared;
    return resumeChoice(scope, input, { options, invalidText, ask: (text) => ask(scope, text) });
  },
  takesTap: (data, tapId) => data.options.some(({ id }) => id === tapId),
  refs,
  check,
});
