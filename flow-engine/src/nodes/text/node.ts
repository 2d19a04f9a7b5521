/** Says a text and goes on; the channel splits what is too long for it. */
import { compileTemplate, MAX_TEMPLATE_CHARS } from "../../expressions/templates.ts";
import { defineNode, go, NEXT_PORT } from "../define-node.ts";
import { templateProblems, templateReads } from "../template-fields.ts";
import { emptyProblems } from "../text-problems.ts";
import { textSchema } from "./schema.ts";

export const textNode = defineNode({
  type: "text",
  version: 1,
  schema: textSchema,
  defaults: { text: "" },
  ports: () => [NEXT_PORT],
  prepare: (data) => compileTemplate(data.text),
  enter(scope) {
    const text = scope.render(scope.prepared);
    const { preview } = scope.data;
    if (text.trim() !== "") scope.send({ type: "text", text, ...(preview === undefined ? {} : { preview }) });
    return go();
  },
  refs: (data) => templateReads([data.text]),
  check(data) {
    const text = { code: "text", label: "the text", source: data.text, limit: MAX_TEMPLATE_CHARS };
    return [...emptyProblems([text]), ...templateProblems([text])];
  },
});
