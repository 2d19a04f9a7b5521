/** An approved template → what the step has to fill in, keeping what was filled in before. Pure. */
import type { MessageTemplate } from "@hilo/server/contract";
import type { NodeData } from "../node-ui.ts";

type TemplateData = NodeData<"template">;
type TemplateButton = TemplateData["buttons"][number];

/** @param nextOption number of the first free option id of the flow */
export function fillFromTemplate(
  data: TemplateData,
  template: MessageTemplate,
  nextOption: number,
): TemplateData {
  const { header: _before, ...rest } = data;
  const header = headerOf(data.header, template.fields.header);
  const body = template.fields.body.map(({ name }, place) => {
    const before = name === null ? data.body[place] : data.body.find((parameter) => parameter.name === name);
    return { ...(name === null ? {} : { name }), text: before?.text ?? "" };
  });
  return {
    ...rest,
    name: template.name,
    language: template.language,
    ...(header ? { header } : {}),
    body,
    buttons: buttonsOf(data.buttons, template.fields.buttons, nextOption),
    text: wordsOf(template, body),
  };
}

function headerOf(
  before: TemplateData["header"],
  field: MessageTemplate["fields"]["header"],
): TemplateData["header"] {
  switch (field?.kind) {
    case "text":
      return before?.kind === "text" ? before : { kind: "text", text: "" };
    case "media":
      if (before?.kind === "media" && before.media.kind === field.media) return before;
      return { kind: "media", media: { kind: field.media, url: "" } };
    case "location":
      return before?.kind === "location" ? before : { kind: "location", latitude: "", longitude: "" };
    default:
      return undefined;
  }
}

/** Quick replies keep their ids, and with them the ways that lead from them. */
function buttonsOf(
  before: readonly TemplateButton[],
  fields: MessageTemplate["fields"]["buttons"],
  nextOption: number,
): TemplateButton[] {
  const ids = before.flatMap((button) => (button.kind === "quick-reply" ? [button.id] : []));
  let next = nextOption;
  return fields.map((field, place) => buttonOf(field, before[place], () => ids.shift() ?? `opt-${next++}`));
}

function buttonOf(
  { kind, label }: MessageTemplate["fields"]["buttons"][number],
  before: TemplateButton | undefined,
  freeId: () => string,
): TemplateButton {
  if (kind === "quick-reply") return { kind, id: freeId(), title: label };
  if (kind === "url") return { kind, label, text: before?.kind === "url" ? before.text : "" };
  if (kind === "copy-code") return { kind, code: before?.kind === "copy-code" ? before.code : "" };
  return { kind, label };
}

/** The template as the customer reads it: each variable as it is filled in, by its example until then. */
function wordsOf({ preview, fields }: MessageTemplate, body: TemplateData["body"]): string {
  return preview.body.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_whole, key: string) => {
    const place = /^\d+$/.test(key) ? Number(key) - 1 : fields.body.findIndex(({ name }) => name === key);
    return body[place]?.text || fields.body[place]?.example || "…";
  });
}
