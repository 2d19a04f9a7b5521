/** Integrations: requests, e-mails, people, language models. */

import { asRecord, flagAt, listAt, numberAt, recordAt, textAt } from "../values.ts";
import { type Conversion, type Convert, onlyStep, type Piece } from "./conversion.ts";
import type { TypebotBlock } from "./source.ts";

const METHODS = new Set(["GET", "POST", "PUT", "PATCH", "DELETE"]);
const SECRET_HEADER = /^(authorization|.*(api[-_]?key|token|secret).*)$/i;
/** Typebot writes `data.` before the parts of an answer's body. */
const BODY_PREFIX = /^(?:data|body)(?:\.|(?=\[)|$)/;

interface Pair {
  name: string;
  value: string;
}

/** Pairs of keys and values, with templates of ours. */
function pairs(conversion: Conversion, list: readonly unknown[], notes: string[]): Pair[] {
  return list.flatMap((pair) => {
    const name = textAt(pair, "key").trim();
    if (name === "") return [];
    const { text, notes: found } = conversion.texts.convert(textAt(pair, "value"));
    notes.push(...found);
    return [{ name, value: text }];
  });
}

function savedParts(
  { texts }: Conversion,
  options: TypebotBlock["options"],
  notes: string[],
): { path: string; name: string }[] {
  return listAt(options, "responseVariableMapping").flatMap((mapping) => {
    const name = texts.variable(asRecord(mapping).variableId);
    const path = textAt(mapping, "bodyPath");
    if (name === null || path === "") return [];
    if (path === "statusCode") return [];
    if (/\bflatMap\(|=>|\(/.test(path)) {
      notes.push(`The part “${path}” of the answer is computed by JavaScript and is not kept.`);
      return [];
    }
    const plain = path
      .replace(BODY_PREFIX, "")
      .replace(/\[\s*['"]?([^\]'"]*)['"]?\s*\]/g, ".$1")
      .replace(/^\./, "");
    return [{ path: plain.slice(0, 200), name }];
  });
}

/** A request to another system; Zapier, Make and Pabbly are requests to an address of theirs. */
export const httpRequest: Convert = (conversion, block): Piece | null => {
  const webhook = { ...recordAt(block, "webhook"), ...recordAt(block.options, "webhook") };
  const notes: string[] = [];
  const url = conversion.texts.convert(textAt(webhook, "url").trim());
  if (!/^(https?:\/\/|\{\{)/.test(url.text)) {
    conversion.report.dropped(block, "The request has no web address.");
    return null;
  }
  const asked = textAt(webhook, "method").toUpperCase() || "POST";
  const method = METHODS.has(asked) ? asked : "GET";
  if (method !== asked) notes.push(`There is no ${asked} here; it is a GET.`);
  const headers = pairs(conversion, listAt(webhook, "headers"), notes).slice(0, 30);
  if (headers.some(({ name }) => SECRET_HEADER.test(name)))
    notes.push("It has a key or token in its headers. Keep it as a secret and choose that in the step.");
  const query = pairs(conversion, listAt(webhook, "queryParams"), notes);
  const body = bodyOf(conversion, block, webhook, method, notes);
  const status = listAt(block.options, "responseVariableMapping").find(
    (m) => textAt(m, "bodyPath") === "statusCode",
  );
  const statusName = conversion.texts.variable(asRecord(status).variableId);
  const data = {
    method,
    url: withQuery(url.text, query),
    headers,
    ...(body ? { body } : {}),
    save: savedParts(conversion, block.options, notes).slice(0, 30),
    ...(statusName ? { saveStatusAs: statusName } : {}),
    timeoutSeconds: Math.min(60, Math.max(1, Math.round(numberAt(block.options, "timeout") ?? 10))),
  };
  const { entry } = onlyStep(conversion, block, ["http-request", data], [...url.notes, ...notes]);
  // Typebot goes on after a failed request, so both ways out lead on.
  return { entry, exits: ["next", "error"].map((port) => ({ node: entry, port })) };
};

function bodyOf(
  { texts }: Conversion,
  block: TypebotBlock,
  webhook: unknown,
  method: string,
  notes: string[],
): string {
  const body = textAt(webhook, "body");
  if (method === "GET") return "";
  if (!flagAt(block.options, "isCustomBody") || body.trim() === "")
    notes.push("It sent all answers by itself. Write in the body what is to be sent.");
  const { text, notes: found } = texts.convert(body);
  notes.push(...found);
  return text;
}

function withQuery(url: string, query: readonly Pair[]): string {
  if (query.length === 0) return url;
  const written = query.map(
    ({ name, value }) =>
      `${encodeURIComponent(name)}=${value.includes("{{") ? value : encodeURIComponent(value)}`,
  );
  return `${url}${url.includes("?") ? "&" : "?"}${written.join("&")}`;
}

export const waitForWebhook: Convert = (conversion, block) => {
  const notes: string[] = [];
  const save = savedParts(conversion, block.options, notes);
  const why = "Its address is another one: each conversation has its own, {{ session.webhook }}.";
  return onlyStep(conversion, block, ["wait-for-webhook", { save }], [why, ...notes]);
};

export const sendEmail: Convert = (conversion, block) => {
  const { texts, report } = conversion;
  const recipients = ["recipients", "cc", "bcc"]
    .flatMap((key) => listAt(block.options, key))
    .map((one) => texts.convert(String(one)).text);
  if (recipients.length === 0) {
    report.dropped(block, "The e-mail has no recipient.");
    return null;
  }
  const [subject, body] = [
    texts.convert(textAt(block.options, "subject")),
    texts.convert(textAt(block.options, "body")),
  ];
  const notes = [
    ...(body.text.trim() === ""
      ? ["It sent all answers by itself. Write in the text what is to be told."]
      : []),
    ...(flagAt(block.options, "isBodyCode") ? ["Its HTML is sent as plain text."] : []),
    ...(listAt(block.options, "cc").length + listAt(block.options, "bcc").length > 0
      ? ["Copies go to the same list as the e-mail."]
      : []),
  ];
  const data = {
    by: "email",
    to: recipients.join(", "),
    subject: subject.text,
    text: body.text || "{{ contact.name }}",
  };
  return onlyStep(conversion, block, ["notify", data], [...subject.notes, ...body.notes, ...notes]);
};

export const chatwoot: Convert = (conversion, block) =>
  onlyStep(
    conversion,
    block,
    ["handoff", { text: "" }],
    ["Instead of Chatwoot, a person of your team takes over here."],
  );

export const analytics: Convert = (conversion, block) => {
  const event = conversion.texts.convert(textAt(block.options, "action")).text.trim();
  if (event === "" || event.includes("{{")) {
    conversion.report.dropped(block, "The event has no fixed name.");
    return null;
  }
  const why = "The event is counted here, no longer at Google Analytics.";
  return onlyStep(conversion, block, ["track", { event: event.slice(0, 80) }], [why]);
};

/** A language model that is asked by messages; other actions of these blocks have no counterpart. */
export const languageModel: Convert = (conversion, block) => {
  const { texts, report } = conversion;
  const action = textAt(block.options, "action") || textAt(block.options, "task");
  const messages = listAt(block.options, "messages");
  if (!/^create chat (message|completion)$/i.test(action) || messages.length === 0) {
    report.dropped(block, `“${action || block.type}” has no counterpart. An “AI reply” step may do it.`);
    return null;
  }
  const said = (role: string) =>
    messages
      .filter((m) => textAt(m, "role") === role)
      .map((m) => texts.convert(textAt(m, "content")).text)
      .join("\n");
  const mapping = listAt(block.options, "responseMapping")[0];
  const saveAs = texts.variable(asRecord(mapping).variableId);
  const data = {
    model: textAt(block.options, "model") || "gpt-4o-mini",
    system: said("system"),
    ...(said("user") ? { prompt: said("user") } : {}),
    ...(saveAs ? { saveAs, send: false } : {}),
  };
  const why = "Choose the secret with your key in the step, and check the address and the model.";
  return onlyStep(conversion, block, ["ai-reply", data], [why]);
};
