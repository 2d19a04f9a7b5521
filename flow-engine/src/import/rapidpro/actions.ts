/** Actions: what a RapidPro node does before it asks or decides. */
import { safeName } from "../safe-names.ts";
import { asRecord, listAt, textAt } from "../values.ts";
import type { Chain } from "./chain.ts";
import { type Conversion, type ConvertAction, template } from "./conversion.ts";
import { bcp47 } from "./languages.ts";
import { namesAt } from "./references.ts";
import { sendMessage } from "./send-message.ts";
import type { RapidProAction } from "./source.ts";

const drop =
  (why: string): ConvertAction =>
  ({ report }, _chain, action) =>
    report.dropped(action, why);

/** Adds a step for the action and says so. */
function step(
  { report }: Conversion,
  chain: Chain,
  action: RapidProAction,
  [type, data]: [type: string, data: Record<string, unknown>],
  why = "",
  ports?: readonly string[],
): string {
  const node = chain.add(type, data, ports);
  if (why === "") report.carried(action, node);
  else report.changed(action, why, node);
  return node;
}

const setResult: ConvertAction = (conversion, chain, action) => {
  const { paths } = conversion;
  const name = textAt(action, "name");
  const category = textAt(action, "category");
  const value = template(conversion, action, textAt(action, "value"));
  const assignments = [
    { name: paths.result(name), value },
    ...(category !== "" && conversion.readsCategory(name)
      ? [{ name: paths.category(name), value: template(conversion, action, category) }]
      : []),
  ];
  step(conversion, chain, action, ["set", { assignments }]);
};

const setLocal: ConvertAction = (conversion, chain, action) => {
  const name = conversion.paths.local(textAt(action, "local"));
  const operation = { increment: "add", clear: "clear" }[textAt(action, "operation")] ?? "set";
  const value = template(conversion, action, textAt(action, "value"));
  step(conversion, chain, action, ["set", { assignments: [{ name, operation, value }] }]);
};

const setField: ConvertAction = (conversion, chain, action) => {
  const field = textAt(action.field, "key") || safeName(textAt(action.field, "name")).toLowerCase();
  const value = template(conversion, action, textAt(action, "value"));
  step(conversion, chain, action, ["contact-field", { fields: [fieldChange(field, value)] }]);
};

function fieldChange(field: string, value: string): Record<string, unknown> {
  return value.trim() === "" ? { field, operation: "clear" } : { field: field.slice(0, 64), value };
}

const ownField =
  (field: string, key: string, read: (value: string) => string = (value) => value): ConvertAction =>
  (conversion, chain, action) => {
    const value = read(template(conversion, action, textAt(action, key)));
    step(conversion, chain, action, ["contact-field", { fields: [fieldChange(field, value)] }]);
  };

const tags =
  (list: "add" | "remove"): ConvertAction =>
  (conversion, chain, action) => {
    const names = namesAt(action, "groups");
    if (names.length > 0)
      return void step(conversion, chain, action, ["tag", { [list]: names.slice(0, 20) }]);
    const all = asRecord(action).all_groups === true;
    conversion.report.dropped(
      action,
      all ? "There is no step that takes all tags off. Name them in a “Tag” step." : "It names no group.",
    );
  };

const setStatus: ConvertAction = (conversion, chain, action) => {
  const status = textAt(action, "status");
  if (status === "active")
    return void step(conversion, chain, action, ["opt-in", {}], "“Active” is an opt-in here.");
  step(conversion, chain, action, ["opt-out", {}], `“${status}” is an opt-out here.`);
};

const sendEmail: ConvertAction = (conversion, chain, action) => {
  const to = listAt(action, "addresses")
    .map((one) => template(conversion, action, String(one)))
    .join(", ");
  if (to === "") return conversion.report.dropped(action, "The e-mail has no address.");
  const subject = template(conversion, action, textAt(action, "subject"));
  const text = template(conversion, action, textAt(action, "body"));
  step(conversion, chain, action, [
    "notify",
    { by: "email", to, subject, text: text || subject || "{{ contact.name }}" },
  ]);
};

const enterFlow: ConvertAction = (conversion, chain, action) => {
  const flow = (textAt(action.flow, "name") || textAt(action.flow, "uuid")).slice(0, 120);
  if (flow === "") return conversion.report.dropped(action, "It names no flow.");
  const terminal = asRecord(action).terminal === true;
  step(
    conversion,
    chain,
    action,
    [terminal ? "go-to-flow" : "call-flow", { flow }],
    "",
    terminal ? ["error"] : ["next", "error"],
  );
};

const openTicket: ConvertAction = (conversion, chain, action) => {
  const note = template(conversion, action, textAt(action, "note") || textAt(action, "body"));
  const topic = textAt(action.topic, "name");
  const user = textAt(action.assignee, "email");
  const data = {
    ...(note || topic ? { note: [topic, note].filter(Boolean).join(": ") } : {}),
    ...(user ? { assign: { kind: "user", user } } : {}),
  };
  const why = "A ticket is a conversation taken by a person here; the flow goes on when it is handed back.";
  step(conversion, chain, action, ["handoff", data], why, ["next", "timeout"]);
};

const METHODS = new Set(["GET", "POST", "PUT", "PATCH", "DELETE"]);

const callWebhook: ConvertAction = (conversion, chain, action) => {
  const url = template(conversion, action, textAt(action, "url").trim());
  if (!/^(https?:\/\/|\{\{)/.test(url))
    return conversion.report.dropped(action, "The request has no web address.");
  const asked = textAt(action, "method").toUpperCase();
  const method = METHODS.has(asked) ? asked : "POST";
  const headers = Object.entries(asRecord(action.headers))
    .filter(([name]) => !/^(host|content-length|transfer-encoding|connection)$/i.test(name))
    .map(([name, value]) => ({ name, value: template(conversion, action, String(value)) }));
  if (headers.some(({ name }) => /authorization|key|token|secret/i.test(name)))
    conversion.report.changed(
      action,
      "It has a key or token in its headers. Keep it as a secret and choose that in the step.",
    );
  const body = method === "GET" ? "" : requestBody(conversion, action);
  const data = {
    method,
    url,
    headers: headers.slice(0, 30),
    ...(body ? { body } : {}),
    save: [{ path: "", name: "webhook" }],
    saveStatusAs: "webhook_status",
  };
  step(conversion, chain, action, ["http-request", data], "", ["next", "error"]);
};

/** RapidPro's own body lists the contact and all results. */
function requestBody(conversion: Conversion, action: RapidProAction): string {
  const source = textAt(action, "body");
  const usual = /^@\(json\(object\(/.test(source.trim());
  if (!usual) return template(conversion, action, source);
  conversion.report.changed(
    action,
    "It sent contact and results by themselves. Write in the body what is to be sent.",
  );
  return '{ "contact": { "name": "{{ contact.name }}", "phone": "{{ contact.phone }}" } }';
}

const callModel: ConvertAction = (conversion, chain, action) => {
  const saveAs = conversion.paths.local(textAt(action, "output_local") || "llm_output");
  const data = {
    model: "gpt-4o-mini",
    system: template(conversion, action, textAt(action, "instructions")),
    prompt: template(conversion, action, textAt(action, "input")),
    send: false,
    saveAs,
  };
  const why = "Choose the model, and the secret with your key, in the step.";
  step(conversion, chain, action, ["ai-reply", data], why, ["next", "error"]);
};

const note: ConvertAction = (conversion, chain, action) => {
  const labels = namesAt(action, "labels");
  if (labels.length === 0) return conversion.report.dropped(action, "It names no label.");
  const why = "Messages have no labels here, so the contact is tagged.";
  step(conversion, chain, action, ["tag", { add: labels.slice(0, 20) }], why);
};

const ACTIONS: Readonly<Record<string, ConvertAction>> = {
  send_msg: sendMessage,
  set_run_result: setResult,
  set_run_local: setLocal,
  set_contact_field: setField,
  set_contact_name: ownField("name", "name"),
  set_contact_language: ownField("language", "language", (code) => bcp47(code) ?? ""),
  set_contact_timezone: ownField("timeZone", "timezone"),
  set_contact_status: setStatus,
  add_contact_groups: tags("add"),
  remove_contact_groups: tags("remove"),
  add_input_labels: note,
  send_email: sendEmail,
  enter_flow: enterFlow,
  open_ticket: openTicket,
  call_webhook: callWebhook,
  call_llm: callModel,
  set_contact_channel: drop("A conversation stays on its channel."),
  add_contact_urn: drop("Addresses of a contact come from its channels."),
  call_resthook: drop("There are no resthooks. Use an “HTTP request” step."),
  call_classifier: drop("The classifier is not connected. Use an “AI classify” step."),
  transfer_airtime: drop("Airtime is not transferred."),
  send_broadcast: drop("A flow writes to its own contact only. Use a broadcast."),
  start_session: drop("A flow starts others for its own contact only: use a “Call flow” step."),
  play_audio: drop("Calls are not supported."),
  say_msg: drop("Calls are not supported."),
  request_optin: drop("Ask with buttons, and put an “Opt in” step behind the yes."),
  link_google_sheet: drop(
    "Google Sheets is not connected. Use an “HTTP request” step to a script of the sheet.",
  ),
  send_interactive_msg: drop(
    "The message is kept in Glific, not in the file. Make it with a “Buttons” or “List” step.",
  ),
};

export function convertAction(conversion: Conversion, chain: Chain, action: RapidProAction): void {
  const convert = Object.hasOwn(ACTIONS, action.type) ? ACTIONS[action.type] : undefined;
  if (convert) convert(conversion, chain, action);
  else conversion.report.dropped(action, `There is no counterpart of the action “${action.type}”.`);
}
