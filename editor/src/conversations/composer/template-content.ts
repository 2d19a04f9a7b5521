/** A template that is filled in by hand → what is sent. Pure. */
import type { ContentOf, TemplateParameters } from "@hilo/flow-engine";
import type { MediaFile, MessageTemplate } from "@hilo/server/contract";

/** What was typed: by the part and its place, `body-0`, `button-1`, `header`. */
export interface Filled {
  texts: Readonly<Record<string, string>>;
  file: MediaFile | null;
}

export interface TemplateBlank {
  key: string;
  part: "header" | "body" | "button";
  /** The variable's number or name, or the button's label. */
  name: string;
  example: string | null;
}

/** Everything that has words to be filled in, in order. A form's and a quick reply's button need none. */
export function blanksOf({ fields }: MessageTemplate): TemplateBlank[] {
  const header: TemplateBlank[] =
    fields.header?.kind === "text"
      ? [{ key: "header", part: "header", name: fields.header.name ?? "1", example: fields.header.example }]
      : [];
  const body = fields.body.map(({ name, example }, at) => ({
    key: `body-${at}`,
    part: "body" as const,
    name: name ?? String(at + 1),
    example,
  }));
  const buttons = fields.buttons.flatMap(({ kind, label, example }, at) =>
    kind === "url" || kind === "copy-code"
      ? [{ key: `button-${at}`, part: "button" as const, name: label, example }]
      : [],
  );
  return [...header, ...body, ...buttons];
}

/** The body as the customer reads it; what is still empty shows its example. */
export function templateWords(template: MessageTemplate, { texts }: Pick<Filled, "texts">): string {
  const { body } = template.fields;
  return template.preview.body.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_whole, key: string) => {
    const at = /^\d+$/.test(key) ? Number(key) - 1 : body.findIndex(({ name }) => name === key);
    return texts[`body-${at}`]?.trim() || body[at]?.example || "…";
  });
}

/** @returns null while something is missing */
export function templateContent(template: MessageTemplate, filled: Filled): ContentOf<"template"> | null {
  const { name, language, fields } = template;
  if (blanksOf(template).some(({ key }) => !filled.texts[key]?.trim())) return null;
  const header = headerOf(template, filled);
  if (fields.header && header === null) return null;
  const text = (key: string) => filled.texts[key]?.trim() ?? "";
  return {
    type: "template",
    name,
    language,
    parameters: {
      ...(header ? { header } : {}),
      body: fields.body.map((variable, at) => ({
        ...(variable.name === null ? {} : { name: variable.name }),
        text: text(`body-${at}`),
      })),
      buttons: fields.buttons.flatMap((button, index): TemplateParameters["buttons"] => {
        const { kind, label } = button;
        if (kind === "url") return [{ kind, index, label, text: text(`button-${index}`) }];
        if (kind === "copy-code") return [{ kind, index, code: text(`button-${index}`) }];
        if (kind === "quick-reply") return [{ kind, index, label, payload: label }];
        return [];
      }),
    },
    text: templateWords(template, filled),
  };
}

/** A location is given by flows only: nobody types coordinates. */
function headerOf({ fields }: MessageTemplate, { texts, file }: Filled): TemplateParameters["header"] | null {
  if (fields.header?.kind === "text") return { kind: "text", text: texts.header?.trim() ?? "" };
  if (fields.header?.kind === "media" && file)
    return {
      kind: "media",
      media: {
        kind: fields.header.media,
        fileId: file.id,
        ...(file.name === null ? {} : { filename: file.name }),
      },
    };
  return null;
}
