/** The texts of a template message, and what is wrong with it before Meta is asked. */
import { CHANNEL_LIMITS } from "../../channels/limits.ts";
import { optionProblems } from "../choice.ts";
import type { NodeProblem } from "../define-node.ts";
import { sourceProblems } from "../media-source.ts";
import { placeProblems, placeTexts } from "../place.ts";
import { type TextField, topText } from "../text-field.ts";
import { variableNameProblems } from "../variable-names.ts";
import { filledIn } from "./parameters.ts";
import type { TemplateData } from "./schema.ts";

const LIMITS = CHANNEL_LIMITS.whatsapp.template;

export function templateTexts(data: TemplateData): TextField[] {
  return [
    topText(data, "text", "the template's words", { limit: CHANNEL_LIMITS.whatsapp.text }),
    topText(data, "invalidText", "the text after a wrong answer", { limit: CHANNEL_LIMITS.whatsapp.text }),
    ...headerTexts(data.header),
    ...data.body.map(
      ({ name, text }, at): TextField => ({
        key: `body.${at}`,
        path: ["body", at, "text"],
        label: name ? `the variable “${name}”` : `variable ${at + 1}`,
        source: text,
        reader: "customer",
        code: "variable",
        // Meta refuses a message with an empty variable.
        required: true,
        limit: LIMITS.body,
      }),
    ),
    ...data.buttons.flatMap((button, at): TextField[] => {
      const source = filledIn(button);
      if (source === undefined) return [];
      const part = button.kind === "copy-code" ? "code" : "text";
      const limit = button.kind === "copy-code" ? { limit: LIMITS.code } : {};
      const label = `what fills in button ${at + 1}`;
      const path = ["buttons", at, part];
      return [
        {
          key: `buttons.${at}.${part}`,
          path,
          label,
          source,
          reader: "machine",
          code: "button",
          required: true,
          ...limit,
        },
      ];
    }),
  ];
}

function headerTexts(header: TemplateData["header"]): TextField[] {
  const field = (path: string[], label: string, source: string | undefined, rest = {}): TextField[] => [
    { key: path.join("."), path, label, source, reader: "customer", ...rest },
  ];
  switch (header?.kind) {
    case "text":
      return field(["header", "text"], "the header's variable", header.text, {
        code: "header",
        required: true,
        limit: LIMITS.headerText,
      });
    case "media":
      return field(["header", "media", "url"], "the header's address", header.media.url, {
        reader: "machine",
      });
    case "location":
      return placeTexts(header, ["header"]);
    case undefined:
      return [];
  }
}

export function quickReplies({ buttons }: Pick<TemplateData, "buttons">): { id: string; title: string }[] {
  return buttons.flatMap((button) => (button.kind === "quick-reply" ? [button] : []));
}

const problem = (code: string, message: string): NodeProblem => ({ code, severity: "error", message });

export function checkTemplate(data: TemplateData): NodeProblem[] {
  const { name, language, header, body } = data;
  const named = body.filter((parameter) => parameter.name?.trim()).length;
  return [
    ...(name.trim() ? [] : [problem("template-missing", "No template is chosen. Choose one.")]),
    ...(language.trim()
      ? []
      : [problem("language-missing", "The template's language is missing. Choose it.")]),
    ...(named > 0 && named < body.length
      ? [
          problem(
            "variables-mixed",
            "Some variables have names and some have none. A template has one or the other.",
          ),
        ]
      : []),
    ...(header?.kind === "media" ? sourceProblems(header.media, "the header's media") : []),
    ...(header?.kind === "location" ? placeProblems(header) : []),
    ...optionProblems(quickReplies(data), "button"),
    ...variableNameProblems([data.saveAs]),
  ];
}
