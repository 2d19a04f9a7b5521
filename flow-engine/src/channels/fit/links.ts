/** Buttons that open an address, and forms, which open like one. Pure. */
import type { ContentOf, MessageContent } from "../../content/schema.ts";
import { type Fitting, fitLine } from "./fitting.ts";
import { fitFrame, frameAsText, textHeader } from "./frame.ts";

export function fitUrlButton(content: ContentOf<"cta-url">, fitting: Fitting): MessageContent[] {
  const limits = fitting.limits.ctaUrl;
  const { before, frame } = fitFrame(fitting, content, limits);
  const label = fitUrlLabel(content, limits.label, fitting);
  return [...before, { type: "cta-url", ...frame, label, url: content.url }];
}

/** Without a label a button shows where it leads. */
export function fitUrlLabel(
  { label, url }: { label: string; url: string },
  max: number,
  fitting: Fitting,
): string {
  return fitLine(fitting, label, max, "a button") || fitLine(fitting, hostOf(url), max, "a button");
}

const hostOf = (url: string) => url.replace(/^https?:\/\/(www\.)?/i, "").split(/[/?#:]/, 1)[0] || url;

export function linkLine({ label, url }: { label: string; url: string }): string {
  return label.trim() ? `${label.trim()}: ${url}` : url;
}

export function urlButtonAsText(content: ContentOf<"cta-url">, fitting: Fitting): MessageContent[] {
  return frameAsText(fitting, content, linkLine(content));
}

/** The label of a form's button when a flow gives none: understood in most languages. */
const FORM_BUTTON = "OK";

const formFrame = ({ text, header, footer }: ContentOf<"form">) => ({
  text,
  header: textHeader(header),
  footer,
});

export function fitForm(content: ContentOf<"form">, fitting: Fitting): MessageContent[] {
  const limits = fitting.limits.form;
  if (limits === null) return formAsText(content, fitting);
  const { before, frame } = fitFrame(fitting, formFrame(content), limits);
  const { header: _own, footer: _own2, ...rest } = content;
  return [
    ...before,
    {
      ...rest,
      text: frame.text,
      ...(frame.header?.kind === "text" ? { header: frame.header.text } : {}),
      ...(frame.footer ? { footer: frame.footer } : {}),
      button: fitLine(fitting, content.button, limits.button, "the button of a form") || FORM_BUTTON,
    },
  ];
}

export function formAsUrlButton(content: ContentOf<"form">, fitting: Fitting): MessageContent[] {
  const { text, header, footer } = formFrame(content);
  const button: ContentOf<"cta-url"> = {
    type: "cta-url",
    text,
    ...(header ? { header } : {}),
    ...(footer ? { footer } : {}),
    label: content.button,
    url: content.link ?? "",
  };
  return fitting.fit(button);
}

export function formAsText(content: ContentOf<"form">, fitting: Fitting): MessageContent[] {
  return frameAsText(fitting, formFrame(content));
}
