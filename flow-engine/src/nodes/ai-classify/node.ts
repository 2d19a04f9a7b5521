/** Asks a language model which of some categories a text belongs to, and leaves by that category's port. */
import { compileOptional, type Template } from "../../expressions/templates.ts";
import {
  AI_DEFAULTS,
  type AiPrepared,
  aiProblems,
  aiRefs,
  aiTask,
  aiTexts,
  answerData,
  giveUpAi,
  prepareAi,
} from "../ai-task.ts";
import { defineNode, go, type NodeProblem, type Port } from "../define-node.ts";
import { ERROR_PORT, errorPorts } from "../error-policy.ts";
import { topText } from "../text-field.ts";
import { type AiClassifyData, aiClassifySchema } from "./schema.ts";

interface Prepared extends AiPrepared {
  input: Template | null;
}

const NONE_PORT: Port = { id: "none", label: "None of these", optional: true };

function instructions({ categories }: AiClassifyData): string {
  const lines = categories.map(({ id, title, description }) =>
    [`- ${id}: ${title}`, description].filter(Boolean).join(". "),
  );
  return [
    "Sort what the user wrote into one of these categories:",
    ...lines,
    `- ${NONE_PORT.id}: it belongs to none of them, or that can't be told`,
    'Answer with JSON only: {"category": "<the category\'s id>"}.',
  ].join("\n");
}

const answerSchema = ({ categories }: AiClassifyData): Record<string, unknown> => ({
  type: "object",
  properties: { category: { type: "string", enum: [...categories.map(({ id }) => id), NONE_PORT.id] } },
  required: ["category"],
  additionalProperties: false,
});

function check(data: AiClassifyData): NodeProblem[] {
  const problems = aiProblems(data);
  const problem = (code: string, message: string) => problems.push({ code, severity: "error", message });
  const seen = new Set<string>();
  for (const { id, title } of data.categories) {
    if (title.trim() === "") problem("title-empty", "A category has no title. Write one, or take it out.");
    if (seen.has(id)) problem("option-id-twice", `Two categories have the id “${id}”. Give each its own.`);
    if (id === NONE_PORT.id || id === ERROR_PORT.id)
      problem("option-id-reserved", `The id “${id}” names another way out. Give the category another id.`);
    seen.add(id);
  }
  return problems;
}

export const aiClassifyNode = defineNode({
  type: "ai-classify",
  group: "act",
  summary: "Lets a language model sort a text into categories, each with a way out of its own.",
  version: 1,
  schema: aiClassifySchema,
  defaults: {
    ...AI_DEFAULTS,
    temperature: 0,
    input: "{{ message.text }}",
    categories: [
      { id: "cat-0", title: "Question" },
      { id: "cat-1", title: "Complaint" },
    ],
  },
  ports: (data) => [
    ...data.categories.map(({ id, title }): Port => ({ id, label: title })),
    NONE_PORT,
    ...errorPorts(data),
  ],
  prepare: (data): Prepared => ({ ...prepareAi(data), input: compileOptional(data.input) }),
  enter(scope) {
    const prompt = scope.prepared.input ? scope.render(scope.prepared.input).trim() : "";
    const task = aiTask(scope, {
      prompt,
      instructions: instructions(scope.data),
      schema: answerSchema(scope.data),
    });
    return { kind: "wait", for: "task", task };
  },
  resume(scope, input) {
    if (input.type !== "task-result") return { kind: "ignore", reason: "waits-for-result" };
    if (!input.result.ok) return giveUpAi(scope, input.result, [], NONE_PORT.id);
    const { category } = answerData(input.result.body);
    const chosen = scope.data.categories.find(({ id }) => id === category);
    return go(chosen?.id ?? NONE_PORT.id);
  },
  texts: (data) => [topText(data, "input", "the text to sort", { reader: "machine" }), ...aiTexts(data)],
  refs: (data) => aiRefs(data),
  check,
});
