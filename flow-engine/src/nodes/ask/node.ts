/** Asks an open question, checks the answer, and keeps it. */
import { inboundText } from "../../content/inbound.ts";
import { compilePattern, type Pattern } from "../../expressions/patterns.ts";
import { compileOptional, compileTemplate, type Template } from "../../expressions/templates.ts";
import { foldText } from "../../triggers/normalize.ts";
import {
  defineNode,
  go,
  NEXT_PORT,
  type Outcome,
  type Port,
  type Ref,
  type ResumeInput,
  type ResumeScope,
  type Scope,
} from "../define-node.ts";
import { templateReads } from "../template-fields.ts";
import { QUESTION_PORTS, timeoutTimers, wrongAnswer } from "../wrong-answer.ts";
import { readAnswer } from "./answers.ts";
import { checkAsk } from "./check.ts";
import { type AskData, askSchema } from "./schema.ts";

interface Prepared {
  text: Template;
  invalidText: Template | null;
  pattern: Pattern | null;
}
type AskScope = Scope<AskData, Prepared>;

const SKIP_PORT: Port = { id: "skip", label: "Skipped", optional: true };

function ask(scope: AskScope): void {
  const text = scope.render(scope.prepared.text);
  scope.send(scope.data.kind === "location" ? { type: "location-request", text } : { type: "text", text });
}

function askAgain(scope: AskScope): void {
  const { invalidText } = scope.prepared;
  if (invalidText) scope.send({ type: "text", text: scope.render(invalidText) });
  ask(scope);
}

function resume(scope: ResumeScope<AskData, Prepared>, input: ResumeInput): Outcome {
  if (input.type === "timer" && input.purpose === "timeout") return go("timeout");
  if (input.type !== "message") return { kind: "ignore", reason: "not-an-answer" };
  const { content } = input.message;
  const answered = foldText(inboundText(content) ?? "");
  if (answered !== "" && answered === foldText(scope.data.skipWord ?? "")) return go(SKIP_PORT.id);
  const answer = readAnswer(content, scope.data, scope.prepared.pattern, scope.ctx);
  if ("value" in answer) return save(scope, answer.value);
  return wrongAnswer(scope, { ...answer, retries: scope.data.retries, repeat: () => askAgain(scope) });
}

function save(scope: AskScope, value: unknown): Outcome {
  const { saveAs, contactField } = scope.data;
  scope.set(saveAs, value);
  if (contactField) scope.emit({ type: "set-contact-field", field: contactField, value });
  return go();
}

function refs(data: AskData): Ref[] {
  return [...templateReads([data.text, data.invalidText]), { kind: "sets", name: data.saveAs }];
}

export const askNode = defineNode({
  type: "ask",
  version: 1,
  schema: askSchema,
  defaults: { text: "", kind: "text", saveAs: "answer", retries: 2 },
  ports: (data) => [NEXT_PORT, ...(data.skipWord ? [SKIP_PORT] : []), ...QUESTION_PORTS],
  prepare: (data): Prepared => ({
    text: compileTemplate(data.text),
    invalidText: compileOptional(data.invalidText),
    pattern: data.pattern ? compilePattern(data.pattern) : null,
  }),
  enter(scope) {
    ask(scope);
    return { kind: "wait", for: "message", timers: timeoutTimers(scope.ctx.now, scope.data.timeoutMinutes) };
  },
  resume,
  refs,
  check: checkAsk,
});
