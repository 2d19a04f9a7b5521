/** Messages: words, attachments, templates. A message before a wait is a question, made elsewhere. */
import { isHttpUrl } from "../../content/urls.ts";
import { listAt, textAt } from "../values.ts";
import type { Chain } from "./chain.ts";
import { type Conversion, type ConvertAction, template } from "./conversion.ts";
import { quickReplies } from "./references.ts";
import type { RapidProAction } from "./source.ts";

const KINDS: Readonly<Record<string, string>> = {
  image: "image",
  video: "video",
  audio: "audio",
  document: "document",
  application: "document",
};

interface Attachment {
  kind: string;
  url: string;
}

/** `image/jpeg:https://…`, or with an expression behind the colon. */
export function attachments(conversion: Conversion, action: RapidProAction): Attachment[] {
  return listAt(action, "attachments").flatMap((given) => {
    const [, type = "", address = ""] = /^([a-z]+)[^:]*:(.*)$/s.exec(String(given)) ?? [];
    const url = template(conversion, action, address.trim());
    const kind = KINDS[type];
    if (kind && (isHttpUrl(url) || /^(https?:\/\/\S*)?\{\{/.test(url))) return [{ kind, url }];
    conversion.report.changed(
      action,
      `The attachment ${String(given).slice(0, 80)} has no web address and was left out.`,
    );
    return [];
  });
}

export const sendMessage: ConvertAction = (conversion, chain, action) => {
  const named = textAt(action.template, "name") || textAt(templating(action).template, "name");
  if (named !== "") return sendTemplate(conversion, chain, action, named);
  const text = template(conversion, action, textAt(action, "text"));
  const media = attachments(conversion, action);
  const replies = quickReplies(action);
  if (replies.length > 0)
    conversion.report.changed(
      action,
      "Its quick replies were left out: nothing waits for an answer behind it.",
    );
  const nodes = say(conversion, chain, action, text, media);
  if (nodes.length === 0) return conversion.report.dropped(action, "The message is empty.");
  conversion.report.carried(action, nodes[0]);
};

/** One picture and its words are one message. */
function say(
  { remember }: Conversion,
  chain: Chain,
  action: RapidProAction,
  text: string,
  media: readonly Attachment[],
): string[] {
  const [only, ...others] = media;
  if (only && others.length === 0 && text !== "" && only.kind !== "audio") {
    const node = chain.add("media", { ...only, caption: text });
    remember(action.uuid, "text", 0, { node, key: "caption" });
    return [node];
  }
  const shown = media.map((one) => chain.add("media", { ...one }));
  if (text.trim() === "") return shown;
  const node = chain.add("text", { text });
  remember(action.uuid, "text", 0, { node, key: "text" });
  return [node, ...shown];
}

function templating(action: RapidProAction): Readonly<Record<string, unknown>> {
  const value = action.templating;
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** Variables of the body: flat in 14.x and before 13.5, within components in 13.5. */
function templateVariables(action: RapidProAction): readonly unknown[] {
  const components = listAt(templating(action), "components");
  if (components.length > 0) {
    const body = components.find((one) => textAt(one, "name") === "body") ?? components[0];
    return listAt(body, "params");
  }
  const flat = listAt(action, "template_variables");
  return flat.length > 0 ? flat : listAt(templating(action), "variables");
}

function sendTemplate(conversion: Conversion, chain: Chain, action: RapidProAction, name: string): void {
  const body = templateVariables(action).map((value) => ({
    text: template(conversion, action, String(value)),
  }));
  const text = template(conversion, action, textAt(action, "text"));
  const data = { name, language: conversion.language, body, ...(text ? { text } : {}) };
  const node = chain.add("template", data);
  if (text) conversion.remember(action.uuid, "text", 0, { node, key: "text" });
  conversion.report.changed(
    action,
    "Choose the template again in the step: its language and buttons are not in the file.",
    node,
  );
}
