/** Asks a language model for values that a text holds, and keeps them as variables of their types. */
import { zoned } from "../../expressions/dates.ts";
import { compileOptional, type Template } from "../../expressions/templates.ts";
import type { StepContext } from "../../step/context.ts";
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
import {
  defineNode,
  go,
  NEXT_PORT,
  type NodeProblem,
  type Port,
  type Ref,
  type Scope,
} from "../define-node.ts";
import { errorPorts } from "../error-policy.ts";
import { topText } from "../text-field.ts";
import { variableNameProblems } from "../variable-names.ts";
import { readValue } from "./read-value.ts";
import { type AiExtractData, aiExtractSchema, type ExtractField } from "./schema.ts";

interface Prepared extends AiPrepared {
  input: Template | null;
}

const INCOMPLETE_PORT: Port = { id: "incomplete", label: "Something is missing", optional: true };

const JSON_TYPES: Readonly<Record<ExtractField["type"], Record<string, unknown>>> = {
  text: { type: ["string", "null"] },
  number: { type: ["number", "null"] },
  boolean: { type: ["boolean", "null"] },
  date: { type: ["string", "null"] },
  list: { type: ["array", "null"], items: { type: "string" } },
};
const TYPE_WORDS: Readonly<Record<ExtractField["type"], string>> = {
  text: "text",
  number: "number",
  boolean: "true or false",
  date: "date as YYYY-MM-DD",
  list: "list of texts",
};
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

function instructions({ fields }: AiExtractData, { now, timeZone }: StepContext): string {
  const today = zoned(now, timeZone).toPlainDate();
  const lines = fields.map(({ name, type, description }) =>
    [`- ${name} (${TYPE_WORDS[type]})`, description].filter(Boolean).join(": "),
  );
  return [
    "Read these values out of what the user wrote. Do not guess: what is not said is null.",
    ...lines,
    `Today is ${WEEKDAYS[today.dayOfWeek - 1]}, ${today.toString()}.`,
    "Answer with JSON only: one object with exactly these keys.",
  ].join("\n");
}

const answerSchema = ({ fields }: AiExtractData): Record<string, unknown> => ({
  type: "object",
  properties: Object.fromEntries(fields.map(({ name, type }) => [name, JSON_TYPES[type]])),
  required: fields.map(({ name }) => name),
  additionalProperties: false,
});

/** Whether all that is required was there. */
function keep(scope: Scope<AiExtractData>, data: Record<string, unknown>): boolean {
  const values = scope.data.fields.map(({ name, type, required }) => {
    const value = readValue(Object.hasOwn(data, name) ? data[name] : null, type);
    scope.set(name, value);
    return { value, required };
  });
  return values.every(({ value, required }) => value !== null || !required);
}

function refs(data: AiExtractData): Ref[] {
  return [
    ...data.fields.map(({ name, type }): Ref => {
      const most = type === "date" ? { maxLength: 10 } : type === "boolean" ? { maxLength: 5 } : {};
      return { kind: "sets", name, ports: [NEXT_PORT.id], ...most };
    }),
    ...aiRefs(data),
  ];
}

function check(data: AiExtractData): NodeProblem[] {
  const names = data.fields.map(({ name }) => name);
  const twice = [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
  return [
    ...aiProblems(data),
    ...variableNameProblems(names),
    ...twice.map((name): NodeProblem => {
      const message = `Two values go to the variable “${name}”. Give each its own.`;
      return { code: "variable-twice", severity: "error", message };
    }),
  ];
}

export const aiExtractNode = defineNode({
  type: "ai-extract",
  group: "act",
  summary: "Lets a language model read values out of a text and keeps them as variables.",
  version: 1,
  schema: aiExtractSchema,
  defaults: {
    ...AI_DEFAULTS,
    temperature: 0,
    input: "{{ message.text }}",
    fields: [{ name: "value", type: "text", required: true }],
  },
  ports: (data) => [NEXT_PORT, INCOMPLETE_PORT, ...errorPorts(data)],
  prepare: (data): Prepared => ({ ...prepareAi(data), input: compileOptional(data.input) }),
  enter(scope) {
    const prompt = scope.prepared.input ? scope.render(scope.prepared.input).trim() : "";
    const task = aiTask(scope, {
      prompt,
      instructions: instructions(scope.data, scope.ctx),
      schema: answerSchema(scope.data),
    });
    return { kind: "wait", for: "task", task };
  },
  resume(scope, input) {
    if (input.type !== "task-result") return { kind: "ignore", reason: "waits-for-result" };
    if (!input.result.ok) {
      const saves = scope.data.fields.map(({ name }) => name);
      return giveUpAi(scope, input.result, saves);
    }
    return go(keep(scope, answerData(input.result.body)) ? NEXT_PORT.id : INCOMPLETE_PORT.id);
  },
  texts: (data) => [topText(data, "input", "the text to read", { reader: "machine" }), ...aiTexts(data)],
  refs,
  check,
});
