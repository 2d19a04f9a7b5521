/** A template's components, as Meta writes them → what it looks like and what has to be filled in. Pure. */
import { z } from "zod";
import type { TemplateFields, TemplatePreview } from "../contract/templates.ts";

const texts = z.array(z.unknown()).catch([]);

/** Liberal: what can't be read of one part must not cost the others. Source: "Template components", "Message templates". */
const buttonSchema = z.object({
  type: z.string(),
  text: z.string().catch(""),
  url: z.string().optional().catch(undefined),
  phone_number: z.string().optional().catch(undefined),
  /** Of an address: a list; of a code: a word. */
  example: z
    .union([z.array(z.unknown()), z.string()])
    .optional()
    .catch(undefined),
});
const componentSchema = z.object({
  type: z.string().transform((type) => type.toUpperCase()),
  format: z
    .string()
    .transform((format) => format.toUpperCase())
    .optional()
    .catch(undefined),
  text: z.string().optional().catch(undefined),
  buttons: z.array(z.unknown()).catch([]).optional(),
  example: z
    .object({
      header_text: texts.optional(),
      body_text: texts.optional(),
      header_text_named_params: texts.optional(),
      body_text_named_params: texts.optional(),
    })
    .optional()
    .catch(undefined),
});
type Component = z.infer<typeof componentSchema>;
type Button = z.infer<typeof buttonSchema>;

export interface ReadTemplate {
  preview: TemplatePreview;
  fields: TemplateFields;
  /** Parts that a message can't go without and that can't be filled in here, in plain words. */
  unsupported: string[];
}

/** @param components as stored: Meta's list */
export function readTemplate(components: unknown): ReadTemplate {
  const list = z.array(z.unknown()).catch([]).parse(components);
  const parts = list.flatMap((raw) => componentSchema.safeParse(raw).data ?? []);
  const part = (type: string) => parts.find((component) => component.type === type);
  const [header, body] = [part("HEADER"), part("BODY")];
  const buttons = (part("BUTTONS")?.buttons ?? []).flatMap((raw) => buttonSchema.safeParse(raw).data ?? []);
  return {
    preview: {
      header: header ? previewHeader(header) : null,
      body: body?.text ?? "",
      footer: part("FOOTER")?.text ?? null,
      buttons: buttons.map(previewButton),
    },
    fields: {
      header: header ? headerField(header) : null,
      body: body ? variables(body, "body") : [],
      buttons: buttons.map(buttonField),
    },
    unsupported: unsupportedParts(parts, buttons),
  };
}

const HEADER_KINDS: Readonly<Record<string, NonNullable<TemplatePreview["header"]>["kind"]>> = {
  TEXT: "text",
  IMAGE: "image",
  VIDEO: "video",
  DOCUMENT: "document",
  LOCATION: "location",
};

function previewHeader({ format, text }: Component): TemplatePreview["header"] {
  const kind = HEADER_KINDS[format ?? "TEXT"];
  return kind ? { kind, text: kind === "text" ? (text ?? "") : null } : null;
}

function headerField(header: Component): TemplateFields["header"] {
  const kind = HEADER_KINDS[header.format ?? "TEXT"];
  switch (kind) {
    case "image":
    case "video":
    case "document":
      return { kind: "media", media: kind };
    case "location":
      return { kind: "location" };
    case "text": {
      const [only] = variables(header, "header");
      return only ? { kind: "text", ...only } : null;
    }
    default:
      return null;
  }
}

/** `{{1}}` or `{{first_name}}`, each once, in the order in which a send has to name them. */
function variables(component: Component, part: "header" | "body"): TemplateFields["body"] {
  const names = [...(component.text ?? "").matchAll(/\{\{\s*([\w.]+)\s*\}\}/g)].map(
    (match) => match[1] ?? "",
  );
  const distinct = [...new Set(names)];
  const numbered = distinct.every((name) => /^\d+$/.test(name));
  const ordered = numbered ? distinct.toSorted((a, b) => Number(a) - Number(b)) : distinct;
  return ordered.map((name, at) => ({
    name: numbered ? null : name,
    example: numbered ? numberedExample(component, part, at) : namedExample(component, part, name),
  }));
}

const word = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

/** `body_text` is a list of lists, one for each example; `header_text` is one list. */
function numberedExample({ example }: Component, part: "header" | "body", at: number): string | null {
  const list = part === "header" ? example?.header_text : example?.body_text;
  const first: unknown = list?.[0];
  return word(Array.isArray(first) ? first[at] : list?.[at]);
}

const namedSchema = z.object({ param_name: z.string(), example: z.string() });

function namedExample({ example }: Component, part: "header" | "body", name: string): string | null {
  const list = part === "header" ? example?.header_text_named_params : example?.body_text_named_params;
  const named = (list ?? []).flatMap((raw) => namedSchema.safeParse(raw).data ?? []);
  return word(named.find(({ param_name }) => param_name === name)?.example);
}

const kindOf = ({ type }: Button) => type.toUpperCase();

const PREVIEW_KINDS: Readonly<Record<string, TemplatePreview["buttons"][number]["kind"]>> = {
  QUICK_REPLY: "quick-reply",
  URL: "url",
  PHONE_NUMBER: "phone",
  COPY_CODE: "copy-code",
  FLOW: "form",
};

function previewButton(button: Button): TemplatePreview["buttons"][number] {
  const kind = PREVIEW_KINDS[kindOf(button)] ?? "other";
  return {
    kind,
    label: button.text || LABELS[kind] || "",
    target: button.url ?? button.phone_number ?? null,
  };
}

/** What the customer reads on buttons whose words are WhatsApp's own. */
const LABELS: Readonly<Record<string, string>> = { "copy-code": "Copy code" };

function buttonField(button: Button): TemplateFields["buttons"][number] {
  const { label } = previewButton(button);
  const example = exampleOf(button);
  switch (kindOf(button)) {
    case "QUICK_REPLY":
      return { kind: "quick-reply", label, example: null };
    case "URL":
      // Only an address that ends in a variable takes anything.
      return /\{\{[^}]*\}\}/.test(button.url ?? "")
        ? { kind: "url", label, example }
        : { kind: "other", label, example: null };
    case "COPY_CODE":
      return { kind: "copy-code", label, example };
    case "FLOW":
      return { kind: "form", label, example: null };
    default:
      return { kind: "other", label, example: null };
  }
}

function exampleOf({ example }: Button): string | null {
  return word(Array.isArray(example) ? example[0] : example);
}

const UNSUPPORTED_PARTS: Readonly<Record<string, string>> = {
  CAROUSEL: "a carousel",
  LIMITED_TIME_OFFER: "an offer with an end",
};
const UNSUPPORTED_BUTTONS: Readonly<Record<string, string>> = {
  OTP: "a one-time password",
  MPM: "a list of products",
  SPM: "a product",
  CATALOG: "a catalog",
};

function unsupportedParts(parts: readonly Component[], buttons: readonly Button[]): string[] {
  const header = parts.find(({ type }) => type === "HEADER");
  const format = header?.format ?? "TEXT";
  const found = [
    ...(header && HEADER_KINDS[format] === undefined ? [`a header of the kind ${format.toLowerCase()}`] : []),
    ...parts.flatMap(({ type }) => UNSUPPORTED_PARTS[type] ?? []),
    ...buttons.flatMap((button) => UNSUPPORTED_BUTTONS[kindOf(button)] ?? []),
  ];
  return [...new Set(found)];
}
