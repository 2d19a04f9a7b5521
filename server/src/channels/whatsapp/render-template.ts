/** What fills in a template, as the components of WhatsApp's request ("Templates", "Send"). Pure. */
import type { TemplateParameters } from "@hilo/flow-engine";
import { source } from "./render-media.ts";

type Json = Record<string, unknown>;

export function templateComponents({ header, body, buttons }: TemplateParameters): Json[] {
  return [
    ...(header ? [{ type: "header", parameters: [headerParameter(header)] }] : []),
    ...(body.length > 0 ? [{ type: "body", parameters: body.map(bodyParameter) }] : []),
    ...buttons.map(button),
  ];
}

function headerParameter(header: NonNullable<TemplateParameters["header"]>): Json {
  switch (header.kind) {
    case "text":
      return { type: "text", text: header.text };
    case "media": {
      const { kind, filename } = header.media;
      const named = filename && kind === "document" ? { filename } : {};
      return { type: kind, [kind]: { ...source(header.media), ...named } };
    }
    case "location": {
      const { kind: _kind, ...location } = header;
      return { type: "location", location };
    }
  }
}

/** A template with named parameters wants each by its name. */
function bodyParameter({ name, text }: TemplateParameters["body"][number]): Json {
  return { type: "text", text, ...(name ? { parameter_name: name } : {}) };
}

function button(of: TemplateParameters["buttons"][number]): Json {
  const at = { type: "button", index: `${of.index}` };
  switch (of.kind) {
    case "quick-reply":
      return { ...at, sub_type: "quick_reply", parameters: [{ type: "payload", payload: of.payload }] };
    case "url":
      return { ...at, sub_type: "url", parameters: [{ type: "text", text: of.text }] };
    case "copy-code":
      return { ...at, sub_type: "copy_code", parameters: [{ type: "coupon_code", coupon_code: of.code }] };
    case "form":
      return { ...at, sub_type: "flow", parameters: [{ type: "action", action: { flow_token: of.token } }] };
  }
}
