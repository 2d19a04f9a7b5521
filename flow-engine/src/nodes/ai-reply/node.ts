/** Lets a language model answer the customer: once, or message by message until the customer is done. */
import { type InboundContent, inboundText } from "../../content/inbound.ts";
import { compileOptional, type Template } from "../../expressions/templates.ts";
import { foldText } from "../../triggers/normalize.ts";
import {
  AI_DEFAULTS,
  type AiPrepared,
  aiProblems,
  aiRefs,
  aiTask,
  aiTexts,
  answerText,
  giveUpAi,
  prepareAi,
} from "../ai-task.ts";
import { cutAtSentence } from "../cut-at-sentence.ts";
import {
  defineNode,
  go,
  NEXT_PORT,
  type NodeProblem,
  type Outcome,
  type Port,
  type Ref,
  type ResumeInput,
  type ResumeScope,
  type Scope,
  type Silence,
} from "../define-node.ts";
import { errorPorts } from "../error-policy.ts";
import { EXPIRED_PORT, resumeQuestion, TIMEOUT_PORT, timeoutTimers } from "../question.ts";
import { FAILED_PORT, resumeSaid, say, sendQuestion } from "../say.ts";
import { type TextField, topText } from "../text-field.ts";
import { variableNameProblems } from "../variable-names.ts";
import { type AiReplyData, aiReplySchema, DEFAULT_MAX_LENGTH } from "./schema.ts";

interface Prepared extends AiPrepared {
  prompt: Template | null;
  /** Said instead of an answer, with the policy `default`. */
  standIn: Template | null;
}
type ReplyScope = Scope<AiReplyData, Prepared>;

/** @param turns answers given so far */
function ask(scope: ReplyScope, turns: number): Outcome {
  const prompt = scope.prepared.prompt ? scope.render(scope.prepared.prompt).trim() : "";
  return { kind: "wait", for: "task", task: aiTask(scope, { prompt }), memory: { asked: turns } };
}

function answer(scope: ReplyScope, text: string, turns: number): Outcome {
  const { send, saveAs, chat, maxLength } = scope.data;
  const words = cutAtSentence(text, maxLength);
  if (saveAs) scope.set(saveAs, words);
  if (!send && !chat) return go();
  const content = { type: "text", text: words } as const;
  if (!chat || turns >= chat.maxTurns) return say(scope, content);
  const memory = { ...sendQuestion(scope, content), turns };
  return { kind: "wait", for: "message", timers: timeoutTimers(scope.ctx.now, chat.timeoutMinutes), memory };
}

function fail(scope: ReplyScope, failure: { code: string; message: string }): Outcome {
  const { onError, saveAs, send } = scope.data;
  const { standIn } = scope.prepared;
  const text = onError === "default" && send && standIn ? scope.render(standIn) : "";
  if (text.trim() !== "") scope.send({ type: "text", text });
  return giveUpAi(scope, failure, saveAs ? [saveAs] : []);
}

const EMPTY_ANSWER = { code: "ai-empty-answer", message: "the model answered without a word" };

function resume(scope: ResumeScope<AiReplyData, Prepared>, input: ResumeInput): Outcome {
  const { asked, turns } = scope.memory;
  if (typeof asked === "number") return takeResult(scope, input, asked);
  if (typeof turns !== "number") return resumeSaid(scope, input);
  return resumeQuestion(scope, input, (content) => (isDone(scope.data, content) ? go() : ask(scope, turns)));
}

function takeResult(scope: ReplyScope, input: ResumeInput, turns: number): Outcome {
  if (input.type !== "task-result") return { kind: "ignore", reason: "waits-for-result" };
  if (!input.result.ok) return fail(scope, input.result);
  const text = answerText(input.result.body);
  return text === "" ? fail(scope, EMPTY_ANSWER) : answer(scope, text, turns + 1);
}

const isDone = (data: AiReplyData, content: InboundContent): boolean =>
  isDoneWord(data, inboundText(content) ?? "");

function isDoneWord({ chat }: AiReplyData, words: string): boolean {
  const folded = foldText(words);
  return folded !== "" && folded === foldText(chat?.doneWord ?? "");
}

function ports(data: AiReplyData): Port[] {
  return [
    NEXT_PORT,
    ...(data.chat ? [TIMEOUT_PORT, EXPIRED_PORT] : []),
    ...(data.send || data.chat ? [FAILED_PORT] : []),
    ...errorPorts(data),
  ];
}

function texts(data: AiReplyData): TextField[] {
  const prompt = topText(data, "prompt", "the question", { reader: "machine" });
  if (!data.chat) return [prompt, ...aiTexts(data)];
  const path = ["chat", "doneWord"];
  const source = data.chat.doneWord;
  return [
    prompt,
    { key: "chat.doneWord", path, label: "the word that ends it", source, reader: "customer" },
    ...aiTexts(data),
  ];
}

function refs(data: AiReplyData): Ref[] {
  const { saveAs, maxLength, chat } = data;
  // In a chat, the last thing that happens may be that no answer came.
  const ports = chat ? [NEXT_PORT.id, TIMEOUT_PORT.id, EXPIRED_PORT.id] : [NEXT_PORT.id, FAILED_PORT.id];
  return [...(saveAs ? [{ kind: "sets" as const, name: saveAs, ports, maxLength }] : []), ...aiRefs(data)];
}

function check(data: AiReplyData): NodeProblem[] {
  const useless = !data.send && !data.chat && !data.saveAs;
  const message = "The answer is neither said nor saved. Choose one of the two.";
  return [
    ...aiProblems(data),
    ...variableNameProblems([data.saveAs]),
    ...(useless ? [{ code: "answer-unused", severity: "warning" as const, message }] : []),
  ];
}

function silence({ chat, onError }: AiReplyData): Record<string, Silence> {
  if (!chat) return {};
  const { maxTurns, timeoutMinutes } = chat;
  // One answer, or a default instead of it: then it may be left before the customer wrote again.
  const heard = maxTurns > 1 && onError !== "default";
  return {
    ...(heard ? { [NEXT_PORT.id]: { heard } } : {}),
    ...(timeoutMinutes === undefined ? {} : { [TIMEOUT_PORT.id]: { minutes: timeoutMinutes, pauses: true } }),
    [EXPIRED_PORT.id]: { minutes: Number.POSITIVE_INFINITY, pauses: true },
  };
}

export const aiReplyNode = defineNode({
  type: "ai-reply",
  group: "act",
  summary: "Lets a language model answer the customer, once or as long as a conversation lasts.",
  version: 1,
  schema: aiReplySchema,
  defaults: { ...AI_DEFAULTS, maxLength: DEFAULT_MAX_LENGTH, send: true },
  says: ["text"],
  ports,
  prepare: (data): Prepared => ({
    ...prepareAi(data),
    prompt: compileOptional(data.prompt),
    standIn: data.onError === "default" ? compileOptional(data.defaultValue) : null,
  }),
  enter: (scope) => ask(scope, 0),
  resume,
  takesWords: (scope, words) => isDoneWord(scope.data, words),
  texts,
  refs,
  check,
  silence,
});
