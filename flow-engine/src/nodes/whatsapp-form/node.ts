/** Opens a form of WhatsApp's own, waits until it is filled in, and keeps what was. */
import { CHANNEL_LIMITS } from "../../channels/limits.ts";
import { compileOptional, compileTemplate, type Template } from "../../expressions/templates.ts";
import type { Variables } from "../../session/schema.ts";
import {
  defineNode,
  go,
  NEXT_PORT,
  type Outcome,
  type Ref,
  type ResumeInput,
  type ResumeScope,
  type Scope,
} from "../define-node.ts";
import { compileOptionalLink, linkProblems, renderLink } from "../link.ts";
import { awaitAnswer, QUESTION_PORTS, questionSilence, resumeQuestion, wrongAnswer } from "../question.ts";
import { keepParts, savedPartRefs } from "../saved-parts.ts";
import { sendQuestion } from "../say.ts";
import { formToken } from "../template/parameters.ts";
import { type TextField, topText } from "../text-field.ts";
import { variableNameProblems } from "../variable-names.ts";
import { type WhatsappFormData, whatsappFormSchema } from "./schema.ts";

const LIMITS = CHANNEL_LIMITS.whatsapp.form;

interface Prepared {
  text: Template;
  header: Template | null;
  footer: Template | null;
  button: Template;
  data: { name: string; value: Template }[];
  link: Template | null;
  invalidText: Template | null;
}
type FormScope = Scope<WhatsappFormData, Prepared>;

function prepare(data: WhatsappFormData): Prepared {
  return {
    text: compileTemplate(data.text),
    header: compileOptional(data.header),
    footer: compileOptional(data.footer),
    button: compileTemplate(data.button),
    data: data.data.map(({ name, value }) => ({ name, value: compileTemplate(value) })),
    link: compileOptionalLink(data.link),
    invalidText: compileOptional(data.invalidText),
  };
}

function ask(scope: FormScope, text = scope.render(scope.prepared.text)): Variables {
  const { header, footer, button, data, link } = scope.prepared;
  const { formId, screen, draft } = scope.data;
  const address = link ? renderLink(scope, link) : null;
  const filled = Object.fromEntries(data.map(({ name, value }) => [name, scope.render(value)]));
  return sendQuestion(scope, {
    type: "form",
    text,
    ...(header ? { header: scope.render(header) } : {}),
    ...(footer ? { footer: scope.render(footer) } : {}),
    button: scope.render(button),
    formId: formId.trim(),
    token: formToken(scope),
    ...(screen?.trim() ? { screen: screen.trim() } : {}),
    ...(data.length > 0 ? { data: filled } : {}),
    ...(draft ? { draft } : {}),
    ...(address ? { link: address } : {}),
  });
}

function resume(scope: ResumeScope<WhatsappFormData, Prepared>, input: ResumeInput): Outcome {
  return resumeQuestion(scope, input, (content) => {
    if (content.type === "form") return keep(scope, content.values);
    const { invalidText } = scope.prepared;
    return wrongAnswer(scope, {
      code: "not-the-form",
      message: "the answer is not the form",
      repeat: () => ask(scope, invalidText ? scope.render(invalidText) : undefined),
    });
  });
}

function keep(scope: FormScope, values: Record<string, unknown>): Outcome {
  const { saveAs, save } = scope.data;
  if (saveAs) scope.set(saveAs, values);
  keepParts(scope, values, save);
  return go();
}

function texts(data: WhatsappFormData): TextField[] {
  return [
    topText(data, "text", "the text", { required: true, limit: LIMITS.body }),
    topText(data, "header", "the header", { code: "header", limit: LIMITS.header }),
    topText(data, "footer", "the footer", { code: "footer", limit: LIMITS.footer }),
    topText(data, "button", "the button", { code: "label", required: true, limit: LIMITS.button }),
    topText(data, "formId", "the form's id", { code: "form", required: true, reader: "machine" }),
    topText(data, "link", "the address", { reader: "machine" }),
    topText(data, "invalidText", "the text after a wrong answer", { limit: LIMITS.body }),
    ...data.data.map(
      ({ name, value }, at): TextField => ({
        key: `data.${at}`,
        path: ["data", at, "value"],
        label: `the field “${name}”`,
        source: value,
        reader: "machine",
      }),
    ),
  ];
}

function refs({ saveAs, save }: WhatsappFormData): Ref[] {
  const whole: Ref[] = saveAs ? [{ kind: "sets", name: saveAs, ports: [NEXT_PORT.id] }] : [];
  return [...whole, ...savedPartRefs(save)];
}

export const whatsappFormNode = defineNode({
  type: "whatsapp-form",
  group: "ask",
  summary: "Opens a form of WhatsApp's own, waits until it is filled in, and keeps what was.",
  version: 1,
  schema: whatsappFormSchema,
  defaults: { text: "", button: "", formId: "", data: [], save: [], retries: 2 },
  says: ["form"],
  ports: () => [{ ...NEXT_PORT, label: "Filled in" }, ...QUESTION_PORTS],
  prepare,
  enter: (scope) => awaitAnswer(scope, ask(scope)),
  resume,
  texts,
  refs,
  check: (data) => [
    ...linkProblems(data.link, "the address"),
    ...variableNameProblems([data.saveAs, ...data.save.map(({ name }) => name)]),
  ],
  silence: (data) => questionSilence(data.timeoutMinutes, [NEXT_PORT.id]),
});
