/** How a text is cut for the phone. */
import { expect, it } from "vitest";
import { chatSpans } from "./chat-spans.ts";

const cut = (text: string) => chatSpans(text).map(({ kind, text }) => `${kind}:${text}`);

it.each([
  ["Hi {{ contact.name | default: 'amigo' }}!", ["text:Hi ", "variable:contact.name", "text:!"]],
  ["*Open* and _now_, ~never~", ["bold:Open", "text: and ", "italic:now", "text:, ", "strike:never"]],
  ["2*3*4 = 24 and snake_case_name", ["text:2*3*4 = 24 and snake_case_name"]],
  ["{% if a %}yes{% endif %}", ["text:yes"]],
  ["```code *x*```", ["mono:code *x*"]],
  ["¡*Año nuevo*!", ["text:¡", "bold:Año nuevo", "text:!"]],
  ["* not a list*", ["text:* not a list*"]],
  ["", []],
])("cuts %j", (text, spans) => {
  expect(cut(text)).toEqual(spans);
});
