/** Asks with a menu of rows and leaves by the one that was chosen. */
import { CHANNEL_LIMITS } from "../../channels/limits.ts";
import { compileOptional, compileTemplate, type Template } from "../../expressions/templates.ts";
import { awaitChoice, optionProblems, resumeChoice } from "../choice.ts";
import { defineNode, type NodeProblem, type Ref, type Scope } from "../define-node.ts";
import { templateProblems, templateReads } from "../template-fields.ts";
import { emptyProblems, type LimitedText, lengthProblems, variableNameProblems } from "../text-problems.ts";
import { QUESTION_PORTS } from "../wrong-answer.ts";
import { type ListData, listSchema } from "./schema.ts";

type Row = ListData["sections"][number]["rows"][number];

interface Prepared {
  text: Template;
  button: Template;
  header: Template | null;
  footer: Template | null;
  invalidText: Template | null;
  sections: { title: Template | null; rows: PreparedRow[] }[];
}
interface PreparedRow {
  id: string;
  title: Template;
  description: Template | null;
}

const LIMITS = CHANNEL_LIMITS.whatsapp.list;

const rowsOf = (data: ListData): Row[] => data.sections.flatMap((section) => section.rows);

function prepare(data: ListData): Prepared {
  return {
    text: compileTemplate(data.text),
    button: compileTemplate(data.button),
    header: compileOptional(data.header),
    footer: compileOptional(data.footer),
    invalidText: compileOptional(data.invalidText),
    sections: data.sections.map(({ title, rows }) => ({
      title: compileOptional(title),
      rows: rows.map((row) => ({
        id: row.id,
        title: compileTemplate(row.title),
        description: compileOptional(row.description),
      })),
    })),
  };
}

function ask(scope: Scope<ListData, Prepared>, text = scope.render(scope.prepared.text)): void {
  const { button, header, footer, sections } = scope.prepared;
  scope.send({
    type: "list",
    text,
    button: scope.render(button),
    ...(header ? { header: scope.render(header) } : {}),
    ...(footer ? { footer: scope.render(footer) } : {}),
    sections: sections.map(({ title, rows }) => ({
      ...(title ? { title: scope.render(title) } : {}),
      rows: rows.map((row) => ({
        id: row.id,
        title: scope.render(row.title),
        ...(row.description ? { description: scope.render(row.description) } : {}),
      })),
    })),
  });
}

function requiredTexts(data: ListData): LimitedText[] {
  return [
    { code: "text", label: "the text", source: data.text, limit: LIMITS.body },
    { code: "button", label: "the button", source: data.button, limit: LIMITS.button },
    ...rowsOf(data).map(({ title }, index) => {
      return { code: "title", label: `the title of row ${index + 1}`, source: title, limit: LIMITS.rowTitle };
    }),
    ...(data.sections.length > 1 ? sectionTitles(data) : []),
  ];
}

function sectionTitles(data: ListData): LimitedText[] {
  return data.sections.map(({ title }, index) => {
    return {
      code: "section-title",
      label: `the title of section ${index + 1}`,
      source: title,
      limit: LIMITS.sectionTitle,
    };
  });
}

function optionalTexts(data: ListData): LimitedText[] {
  return [
    { code: "header", label: "the header", source: data.header, limit: LIMITS.header },
    { code: "footer", label: "the footer", source: data.footer, limit: LIMITS.footer },
    { code: "text", label: "the text after a wrong answer", source: data.invalidText, limit: LIMITS.body },
    ...rowsOf(data).map(({ description }, index) => {
      return {
        code: "description",
        label: `the description of row ${index + 1}`,
        source: description,
        limit: LIMITS.description,
      };
    }),
    ...(data.sections.length > 1 ? [] : sectionTitles(data)),
  ];
}

function countProblems(count: number): NodeProblem[] {
  if (count <= LIMITS.rows) return [];
  const message = `There are ${count} rows in all and WhatsApp takes ${LIMITS.rows}. Take some out, or ask in two steps.`;
  return [{ code: "rows-too-many", severity: "error", message }];
}

function check(data: ListData): NodeProblem[] {
  const required = requiredTexts(data);
  const texts = [...required, ...optionalTexts(data)];
  return [
    ...emptyProblems(required),
    ...lengthProblems(texts),
    ...templateProblems(texts),
    ...countProblems(rowsOf(data).length),
    ...optionProblems(rowsOf(data), "row"),
    ...variableNameProblems([data.saveAs]),
  ];
}

function refs(data: ListData): Ref[] {
  const { saveAs } = data;
  const sources = [...requiredTexts(data), ...optionalTexts(data)].map((field) => field.source);
  const sets: Ref[] = saveAs ? [saveAs, `${saveAs}_id`].map((name) => ({ kind: "sets", name })) : [];
  return [...templateReads(sources), ...sets];
}

export const listNode = defineNode({
  type: "list",
  version: 1,
  schema: listSchema,
  defaults: { text: "", button: "", sections: [{ rows: [{ id: "item-0", title: "" }] }], retries: 2 },
  ports: (data) => [...rowsOf(data).map(({ id, title }) => ({ id, label: title })), ...QUESTION_PORTS],
  prepare,
  enter(scope) {
    ask(scope);
    return awaitChoice(scope);
  },
  resume(scope, input) {
    const { sections, invalidText } = scope.prepared;
    const options = sections.flatMap((section) => section.rows);
    return resumeChoice(scope, input, { options, invalidText, ask: (text) => ask(scope, text) });
  },
  takesTap: (data, tapId) => rowsOf(data).some(({ id }) => id === tapId),
  refs,
  check,
});
