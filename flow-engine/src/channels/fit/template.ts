/** Approved templates: what fills them in must be as the platform wants it. Pure. */
import type { ContentOf, MessageContent, TemplateParameters } from "../../content/schema.ts";
import type { ChannelLimits } from "../channel-limits.ts";
import { shorten } from "../shorten.ts";
import { type Fitting, fillIn, fitLine, sayText } from "./fitting.ts";

type Limits = NonNullable<ChannelLimits["template"]>;

/** Components that a caller made are sent as they are. */
export function fitTemplate(content: ContentOf<"template">, fitting: Fitting): MessageContent[] {
  const limits = fitting.limits.template;
  if (limits === null || content.components || !content.parameters) return [content];
  return [{ ...content, parameters: fitParameters(content.parameters, limits, fitting) }];
}

function fitParameters(parameters: TemplateParameters, limits: Limits, fitting: Fitting): TemplateParameters {
  const { header, body, buttons } = parameters;
  for (const button of buttons) {
    if (button.kind === "copy-code" && button.code.length > limits.code)
      fitting.note(
        "refused",
        `The code “${button.code}” is longer than the ${limits.code} characters a button copies.`,
      );
  }
  return {
    ...(header ? { header: fitHeader(header, limits, fitting) } : {}),
    body: body.map(({ name, text }) => ({
      ...(name === undefined ? {} : { name }),
      text: fitParameter(text, limits.body, fitting),
    })),
    buttons,
  };
}

function fitHeader(
  header: NonNullable<TemplateParameters["header"]>,
  limits: Limits,
  fitting: Fitting,
): NonNullable<TemplateParameters["header"]> {
  if (header.kind === "location") return header;
  if (header.kind === "text") {
    const text = fitLine(fitting, header.text, limits.headerText, "the header of a template");
    return { kind: "text", text: text || fillIn(fitting, "the header’s variable") };
  }
  if (!limits.headerMedia.includes(header.media.kind))
    fitting.note("refused", `The header of a template can’t be of the kind “${header.media.kind}”.`);
  const { caption: _none, ...media } = header.media;
  return { kind: "media", media };
}

/** Meta refuses line breaks, tabs and more than four spaces in a row inside a parameter, and empty ones. */
function fitParameter(text: string, max: number, fitting: Fitting): string {
  const line = text
    .replace(/\s*[\r\n\t\u2028\u2029]+\s*/g, " ")
    .replace(/ {5,}/g, "    ")
    .trim();
  if (line === "") return fillIn(fitting, "a variable of the template");
  if (line !== text.trim())
    fitting.note("shortened", "Line breaks and long gaps in a template’s variables become single spaces.");
  return shorten(line, max);
}

export function templateAsText(content: ContentOf<"template">, fitting: Fitting): MessageContent[] {
  return sayText(fitting, content.text ?? "");
}
