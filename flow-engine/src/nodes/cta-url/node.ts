/** Says a text with a button that opens a web address, and goes on: no platform reports the tap. */
import { CHANNEL_LIMITS } from "../../channels/limits.ts";
import { compileOptional, compileTemplate, type Template } from "../../expressions/templates.ts";
import { defineNode, go, NEXT_PORT } from "../define-node.ts";
import { headerProblems, headerTexts, type PreparedHeader, prepareHeader, renderHeader } from "../header.ts";
import { compileLink, linkProblems, renderLink } from "../link.ts";
import { FAILED_PORT, resumeSaid, say } from "../say.ts";
import { type TextField, topText } from "../text-field.ts";
import { type CtaUrlData, ctaUrlSchema } from "./schema.ts";

const LIMITS = CHANNEL_LIMITS.whatsapp.ctaUrl;

interface Prepared {
  text: Template;
  header: PreparedHeader;
  footer: Template | null;
  label: Template;
  url: Template;
}

function texts(data: CtaUrlData): TextField[] {
  return [
    topText(data, "text", "the text", { required: true, limit: LIMITS.body }),
    ...headerTexts(data.header, LIMITS.header),
    topText(data, "footer", "the footer", { code: "footer", limit: LIMITS.footer }),
    topText(data, "label", "the button", { code: "label", required: true, limit: LIMITS.label }),
    topText(data, "url", "the address", { code: "url", required: true, reader: "machine" }),
  ];
}

export const ctaUrlNode = defineNode({
  type: "cta-url",
  group: "say",
  summary: "Says a text with a button that opens a web address.",
  version: 1,
  schema: ctaUrlSchema,
  defaults: { text: "", label: "", url: "" },
  says: ["cta-url"],
  ports: () => [NEXT_PORT, FAILED_PORT],
  prepare: (data): Prepared => ({
    text: compileTemplate(data.text),
    header: prepareHeader(data.header),
    footer: compileOptional(data.footer),
    label: compileTemplate(data.label),
    url: compileLink(data.url),
  }),
  enter(scope) {
    const { text, header, footer, label, url } = scope.prepared;
    const address = renderLink(scope, url);
    if (address === null) return go();
    const above = renderHeader(scope, header);
    return say(scope, {
      type: "cta-url",
      text: scope.render(text),
      ...(above ? { header: above } : {}),
      ...(footer ? { footer: scope.render(footer) } : {}),
      label: scope.render(label),
      url: address,
    });
  },
  resume: (scope, input) => resumeSaid(scope, input),
  texts,
  check: (data) => [...linkProblems(data.url, "the address"), ...headerProblems(data.header)],
});
