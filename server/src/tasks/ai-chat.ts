/** Performs an `ai-chat` task: one question to an OpenAI-compatible endpoint ("Create chat completion"). */
import type { TaskOf, TaskResult } from "@hilo/flow-engine";
import { z } from "zod";
import { fetchWithRetries } from "./fetch-task.ts";
import { type PerformerParts, type Said, secretMissing } from "./performer.ts";

type AiTask = TaskOf<"ai-chat">;

const completionSchema = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }) }))
    .min(1),
  usage: z
    .object({
      prompt_tokens: z.number().nonnegative().catch(0),
      completion_tokens: z.number().nonnegative().catch(0),
    })
    .nullish(),
});
const errorSchema = z.object({ error: z.object({ message: z.string() }) });

export async function performAiChat(parts: PerformerParts, task: AiTask): Promise<TaskResult> {
  const key = task.secret === undefined ? null : await parts.secret(task.secret);
  if (task.secret !== undefined && key === null) return secretMissing(task.secret);
  const answered = await fetchWithRetries(
    parts.guarded,
    {
      method: "POST",
      url: `${task.url}/chat/completions`,
      headers: {
        accept: "application/json",
        "content-type": "application/json",
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(requestOf(task, await parts.history(historyLength(task)))),
      timeoutMs: task.timeoutMs,
    },
    task.retries,
  );
  if (!answered.ok) return withReason(answered);
  const completion = completionSchema.safeParse(answered.body);
  if (!completion.success) return badAnswer("the endpoint's answer is no chat completion");
  const { usage, choices } = completion.data;
  await parts.count("ai-input-tokens", usage?.prompt_tokens ?? 0);
  await parts.count("ai-output-tokens", usage?.completion_tokens ?? 0);
  await parts.count("ai-answers", 1);
  return resultOf(choices[0]?.message, task);
}

/** Without a question of its own, the latest message is the question. */
const historyLength = ({ prompt, history }: AiTask): number => (prompt.trim() === "" ? history + 1 : history);

/** The history ends with what is asked, unless the flow asks something of its own. */
function requestOf(task: AiTask, history: readonly Said[]): Record<string, unknown> {
  const messages = [
    ...(task.system.trim() ? [{ role: "system", content: task.system }] : []),
    ...history.map(({ by, text }) => ({ role: by === "customer" ? "user" : "assistant", content: text })),
    ...(task.prompt.trim() ? [{ role: "user", content: task.prompt }] : []),
  ];
  return {
    model: task.model,
    messages,
    max_tokens: task.maxTokens,
    temperature: task.temperature,
    ...(task.schema
      ? { response_format: { type: "json_schema", json_schema: { name: "answer", schema: task.schema } } }
      : {}),
  };
}

function resultOf(
  message: { content?: string | null | undefined; refusal?: string | null | undefined } | undefined,
  task: AiTask,
): TaskResult {
  if (message?.refusal)
    return { ok: false, code: "ai-refused", message: `the model refused: ${message.refusal}` };
  const text = message?.content?.trim() ?? "";
  if (!task.schema) return { ok: true, status: 200, body: { text } };
  const data = objectIn(text);
  return data === null
    ? badAnswer("the model did not answer with JSON")
    : { ok: true, status: 200, body: { data } };
}

const badAnswer = (message: string): TaskResult => ({ ok: false, code: "bad-answer", message });

/** Some models wrap JSON in a fence, or in words; null when there is no object in it. */
function objectIn(text: string): Record<string, unknown> | null {
  const begin = text.indexOf("{");
  const end = text.lastIndexOf("}");
  if (begin === -1 || end < begin) return null;
  try {
    const value: unknown = JSON.parse(text.slice(begin, end + 1));
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

/** Endpoints say what is wrong ("Incorrect API key"); that helps more than a number. */
function withReason(failed: Extract<TaskResult, { ok: false }>): TaskResult {
  const said = errorSchema.safeParse(failed.body).data?.error.message;
  return said ? { ...failed, message: `${failed.message}: ${said.slice(0, 300)}` } : failed;
}
