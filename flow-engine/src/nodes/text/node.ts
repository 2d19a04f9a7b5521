/** Says a text and goes on; the channel splits what is too long for it. */
import { compileTemplate, MAX_TEMPLATE_CHARS } from "../../expressions/templates.ts";
import { defineNode, go, NEXT_PORT } from "../define-node.ts";
import { FAILED_PORT, resumeSaid, say } from "../say.ts";
import { topText } from "../text-field.ts";
import { textSchema } from "./schema.ts";

export const textNode = defineNode({
  type: "text",
  group: "say",
  summary: "Says a text; what is too long for the channel is split at word ends.",
  version: 1,
  schema: textSchema,
  defaults: { text: "" },
  says: ["text"],
  ports: () => [NEXT_PORT, FAILED_PORT],
  prepare: (data) => compileTemplate(data.text),
  enter(scope) {
    const text = scope.render(scope.prepared);
    if (text.trim() === "") return go();
    const { preview, quote } = scope.data;
    const content = { type: "text", text, ...(preview === undefined ? {} : { preview }) } as const;
    return say(scope, content, quote ? { replyTo: scope.heard } : {});
  },
  resume: (scope, input) => resumeSaid(scope, input),
  texts: (data) => [
    topText(data, "text", "the text", { required: true, limit: MAX_TEMPLATE_CHARS, splits: true }),
  ],
});
