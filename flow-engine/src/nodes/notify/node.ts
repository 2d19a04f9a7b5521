/** Asks the server to tell somebody outside the chat; goes on at once, or when it is told. */
import { isHttpUrl } from "../../content/urls.ts";
import type { TaskOf } from "../../effects/task.ts";
import { isEmail } from "../../expressions/addresses.ts";
import { compileOptional, compileTemplate, type Template } from "../../expressions/templates.ts";
import { defineNode, go, NEXT_PORT, type Outcome, type Ref, type Scope } from "../define-node.ts";
import { defaultValueText, errorPorts, errorRefs, giveUp, prepareDefault } from "../error-policy.ts";
import { type TextField, topText } from "../text-field.ts";
import { addressesOf, checkNotify } from "./check.ts";
import { type NotifyData, notifySchema } from "./schema.ts";

interface Prepared {
  to: Template;
  subject: Template | null;
  text: Template | null;
  data: readonly { name: string; value: Template }[];
  defaultValue: Template | null;
}
type NotifyScope = Scope<NotifyData, Prepared>;

const rendered = (scope: NotifyScope, template: Template | null): string =>
  template ? scope.render(template) : "";

/** What would end a header line of an e-mail. */
const LINE_ENDS = /[\r\n]+/g;

/** Null when there is no address that could be told anything. */
function taskOf(scope: NotifyScope): TaskOf<"notify"> | null {
  const { by, secret, timeoutSeconds, retries } = scope.data;
  const { to, subject, text, data } = scope.prepared;
  const address = addressOf(scope.data, scope.render(to).trim());
  if (address === null) return null;
  const fields = data.map(({ name, value }): [string, string] => [name, scope.render(value)]);
  return {
    kind: "notify",
    by,
    to: address,
    ...(secret && by !== "email" ? { secret } : {}),
    subject: rendered(scope, subject).replace(LINE_ENDS, " ").trim(),
    text: rendered(scope, text),
    ...(by === "webhook" && fields.length > 0 ? { data: Object.fromEntries(fields) } : {}),
    timeoutMs: timeoutSeconds * 1_000,
    retries,
  };
}

function addressOf({ by, secret }: NotifyData, to: string): string | null {
  if (by !== "email") return secret ? "" : isHttpUrl(to) ? to : null;
  const addresses = addressesOf(to);
  return addresses.length > 0 && addresses.every(isEmail) ? addresses.join(", ") : null;
}

function failed(scope: NotifyScope, failure: { code: string; message: string }): Outcome {
  if (scope.data.waitForResult) return giveUp(scope, failure, [], scope.prepared.defaultValue);
  scope.record({ type: "error", nodeId: scope.nodeId, ...failure });
  return go();
}

const NO_ADDRESS = { code: "to-invalid", message: "there is no address that could be told" };

function texts(data: NotifyData): TextField[] {
  return [
    topText(data, "to", "the address", { reader: "machine" }),
    topText(data, "subject", "the subject", { reader: "machine" }),
    topText(data, "text", "the text", { reader: "agent" }),
    ...data.data.map(({ name, value }, at): TextField => {
      const path = ["data", at, "value"];
      return { key: path.join("."), path, label: `the field ${name}`, source: value, reader: "machine" };
    }),
    ...(data.waitForResult ? [defaultValueText(data)] : []),
  ];
}

function refs(data: NotifyData): Ref[] {
  const { by, secret, waitForResult } = data;
  return [
    ...(secret && by !== "email" ? [{ kind: "secret" as const, name: secret }] : []),
    ...(waitForResult ? errorRefs(data) : []),
  ];
}

export const notifyNode = defineNode({
  type: "notify",
  group: "act",
  summary: "Tells somebody outside the chat: by e-mail, by a call to another system, or in a team's chat.",
  version: 1,
  schema: notifySchema,
  defaults: {
    by: "email",
    to: "",
    subject: "",
    text: "",
    data: [],
    waitForResult: false,
    timeoutSeconds: 10,
    retries: 1,
    onError: "branch",
    defaultValue: "",
  },
  ports: (data) => [NEXT_PORT, ...(data.waitForResult ? errorPorts(data) : [])],
  prepare: (data): Prepared => ({
    to: compileTemplate(data.to, data.by === "email" ? "text" : "url"),
    subject: compileOptional(data.subject),
    text: compileOptional(data.text),
    data: data.data.map(({ name, value }) => ({ name, value: compileTemplate(value) })),
    defaultValue: prepareDefault(data),
  }),
  enter(scope) {
    const task = taskOf(scope);
    if (!task) return failed(scope, NO_ADDRESS);
    if (scope.data.waitForResult) return { kind: "wait", for: "task", task };
    scope.emit({ type: "perform-task", waitId: null, task });
    return go();
  },
  resume(scope, input) {
    if (input.type !== "task-result") return { kind: "ignore", reason: "waits-for-result" };
    return input.result.ok ? go() : failed(scope, input.result);
  },
  texts,
  refs,
  check: checkNotify,
});
