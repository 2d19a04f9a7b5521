/** What every step that asks a language model has: where it asks, as whom, and with how much of the conversation. */
import { z } from "zod";
import { isHttpUrl } from "../content/urls.ts";
import type { TaskOf } from "../effects/task.ts";
import { compileOptional, type Template } from "../expressions/templates.ts";
import type { NodeProblem, Ref, Scope } from "./define-node.ts";
import {
  defaultValueText,
  type ErrorPolicy,
  errorRefs,
  giveUp,
  prepareDefault,
  taskPolicyFields,
} from "./error-policy.ts";
import { type TextField, topText } from "./text-field.ts";

export const AI_URL = "https://api.openai.com/v1";

/** Fields of the data of these nodes. */
export const aiFields = {
  url: z
    .string()
    .max(2_000)
    .default(AI_URL)
    .describe("Base address of an OpenAI-compatible endpoint, without `/chat/completions`."),
  model: z.string().max(200).describe("The model, as the endpoint calls it."),
  secret: z
    .string()
    .max(64)
    .optional()
    .describe("Name of the stored secret that holds the endpoint's key. Its value never enters the flow."),
  system: z
    .string()
    .max(10_000)
    .default("")
    .describe("Template. What the model has to know and how it has to speak."),
  history: z
    .number()
    .int()
    .min(0)
    .max(30)
    .default(10)
    .describe("How many of the conversation's latest messages the model sees."),
  maxTokens: z
    .number()
    .int()
    .min(1)
    .max(32_000)
    .default(1_000)
    .describe("Longest answer, in the model's tokens."),
  temperature: z
    .number()
    .min(0)
    .max(2)
    .default(0.3)
    .describe("0 answers the same way each time; higher is more varied."),
  ...taskPolicyFields,
  timeoutSeconds: z.number().int().min(1).max(60).default(30).describe("Seconds until a try is given up."),
};

/** What is chosen for nobody: the fields of a new node. */
export const AI_DEFAULTS = {
  url: AI_URL,
  model: "",
  system: "",
  history: 10,
  maxTokens: 1_000,
  temperature: 0.3,
  timeoutSeconds: 30,
  retries: 1,
  onError: "branch",
  defaultValue: "",
} as const;

export interface AiData extends ErrorPolicy {
  url: string;
  model: string;
  secret?: string | undefined;
  system: string;
  history: number;
  maxTokens: number;
  temperature: number;
  timeoutSeconds: number;
  retries: number;
}

export interface AiPrepared {
  system: Template | null;
  defaultValue: Template | null;
}

export function prepareAi(data: AiData): AiPrepared {
  return { system: compileOptional(data.system), defaultValue: prepareDefault(data) };
}

interface Question {
  prompt: string;
  /** What the node itself tells the model, after what the author does. */
  instructions?: string;
  schema?: Record<string, unknown>;
}

export function aiTask(
  scope: Scope<AiData, AiPrepared>,
  { prompt, instructions = "", schema }: Question,
): TaskOf<"ai-chat"> {
  const { url, model, secret, history, maxTokens, temperature, timeoutSeconds, retries } = scope.data;
  const told = scope.prepared.system ? scope.render(scope.prepared.system) : "";
  return {
    kind: "ai-chat",
    url: url.trim().replace(/\/+$/, ""),
    model: model.trim(),
    ...(secret ? { secret } : {}),
    system: [told, instructions].filter((part) => part.trim() !== "").join("\n\n"),
    prompt,
    history,
    ...(schema ? { schema } : {}),
    maxTokens,
    temperature,
    timeoutMs: timeoutSeconds * 1_000,
    retries,
  };
}

/** @param saves variables that an answer would have filled @param next the port of `default` */
export function giveUpAi(
  scope: Scope<AiData, AiPrepared>,
  failure: { code: string; message: string },
  saves: readonly string[] = [],
  next = "next",
) {
  return giveUp(scope, failure, saves, scope.prepared.defaultValue, next);
}

const textBody = z.object({ text: z.string() });
const dataBody = z.object({ data: z.record(z.string(), z.unknown()) });

/** The words of an answer; empty when it has none. */
export const answerText = (body: unknown): string => textBody.safeParse(body).data?.text.trim() ?? "";
/** The object of an answer that was asked for as JSON; empty when it is none. */
export const answerData = (body: unknown): Record<string, unknown> =>
  dataBody.safeParse(body).data?.data ?? {};

export function aiTexts(data: AiData): TextField[] {
  return [topText(data, "system", "what the model is told", { reader: "machine" }), defaultValueText(data)];
}

export function aiRefs(data: AiData): Ref[] {
  return [...(data.secret ? [{ kind: "secret" as const, name: data.secret }] : []), ...errorRefs(data)];
}

export function aiProblems({ url, model }: AiData): NodeProblem[] {
  const problems: NodeProblem[] = [];
  const problem = (code: string, message: string) => problems.push({ code, severity: "error", message });
  if (model.trim() === "")
    problem("model-empty", "There is no model. Write its name, as the endpoint calls it.");
  if (!isHttpUrl(url.trim()))
    problem("url-invalid", "The address is not a web address. Begin it with https:// and leave no spaces.");
  else if (/\/chat\/completions\/*$/.test(url.trim()))
    problem(
      "url-has-path",
      "The address ends in “/chat/completions”, which is put there by itself. Take it off.",
    );
  return problems;
}
