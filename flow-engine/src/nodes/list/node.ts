/** Asks with a menu of rows and leaves by the one that was chosen. */
import { CHANNEL_LIMITS } from "../../channels/limits.ts";
import { compileOptional, compileTemplate, type Template } from "../../expressions/templates.ts";
import type { Variables } from "../../session/schema.ts";
import { choiceRefs, choiceSilence, isOptionTitle, optionProblems, resumeChoice } from "../choice.ts";
import { defineNode, type NodeProblem, type Scope } from "../define-node.ts";
import { awaitAnswer, QUESTION_PORTS } from "../question.ts";
import { sendQuestion } from "../say.ts";
import { type TextField, topText } from "../text-field.ts";
import { variableNameProblems } from "../variable-names.ts";
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

const rowsOf = (data: Pick<ListData, "sections">): Row[] => data.sections.flatMap((section) => section.rows);

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

const preparedRows = ({ sections }: Prepared): PreparedRow[] => sections.flatMap((section) => section.rows);

function ask(scope: Scope<ListData, Prepared>, text = scope.render(scope.prepared.text)): Variables {
  const { button, header, footer, sections } = scope.prepared;
  return sendQuestion(scope, {
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

function texts(data: ListData): TextField[] {
  return [
    topText(data, "text", "the text", { required: true, limit: LIMITS.body }),
    topText(data, "button", "the button", { code: "button", required: true, limit: LIMITS.button }),
    topText(data, "header", "the header", { code: "header", limit: LIMITS.header }),
    topText(data, "footer", "the footer", { code: "footer", limit: LIMITS.footer }),
    ...data.sections.flatMap((section, at) => sectionTexts(data, section, at)),
    topText(data, "invalidText", "the text after a wrong answer", { limit: LIMITS.body }),
  ];
}

type Section = ListData["sections"][number];

/** Sections have no ids: a title is kept under the id of its first row. */
function sectionTexts(data: ListData, section: Section, at: number): TextField[] {
  const firstRow = rowsOf({ sections: data.sections.slice(0, at) }).length;
  return [
    {
      key: `sections.${section.rows[0]?.id ?? at}.title`,
      path: ["sections", at, "title"],
      label: `the title of section ${at + 1}`,
      source: section.title,
      reader: "customer",
      code: "section-title",
      required: data.sections.length > 1,
      limit: LIMITS.sectionTitle,
    },
    ...section.rows.flatMap((row, rowAt) =>
      rowTexts(row, ["sections", at, "rows", rowAt], firstRow + rowAt + 1),
    ),
  ];
}

function rowTexts(row: Row, path: readonly (string | number)[], number: number): TextField[] {
  const common = { reader: "customer" } as const;
  return [
    {
      ...common,
      key: `rows.${row.id}.title`,
      path: [...path, "title"],
      label: `the title of row ${number}`,
      source: row.title,
      code: "title",
      required: true,
      limit: LIMITS.rowTitle,
    },
    {
      ...common,
      key: `rows.${row.id}.description`,
      path: [...path, "description"],
      label: `the description of row ${number}`,
      source: row.description,
      code: "description",
      limit: LIMITS.description,
    },
  ];
}

function countProblems(count: number): NodeProblem[] {
  if (count <= LIMITS.rows) return [];
  const message = `There are ${count} rows in all and WhatsApp takes ${LIMITS.rows}. Take some out, or ask in two steps.`;
  return [{ code: "rows-too-many", severity: "error", message }];
}

export const listNode = defineNode({
  type: "list",
  group: "ask",
  summary: "Asks with a menu of rows and leaves by the one that was chosen, tapped or typed.",
  version: 1,
  schema: listSchema,
  defaults: { text: "", button: "", sections: [{ rows: [{ id: "item-0", title: "" }] }], retries: 2 },
  says: ["list"],
  ports: (data) => [...rowsOf(data).map(({ id, title }) => ({ id, label: title })), ...QUESTION_PORTS],
  prepare,
  enter: (scope) => awaitAnswer(scope, ask(scope)),
  resume(scope, input) {
    const options = preparedRows(scope.prepared);
    const { invalidText } = scope.prepared;
    return resumeChoice(scope, input, { options, invalidText, ask: (text) => ask(scope, text) });
  },
  takesTap: (data, tapId) => rowsOf(data).some(({ id }) => id === tapId),
  takesWords: (scope, words) => isOptionTitle(scope, words, preparedRows(scope.prepared)),
  texts,
  refs: (data) => choiceRefs(data.saveAs, rowsOf(data)),
  check: (data) => [
    ...countProblems(rowsOf(data).length),
    ...optionProblems(rowsOf(data), "row"),
    ...variableNameProblems([data.saveAs]),
  ],
  silence: (data) => choiceSilence(data, rowsOf(data)),
});
