/** Says a text and goes on; the channel splits what is too long for it. */
import { compileTemplate } from "../../expressions/templates.ts";
import { defineNode, go, NEXT_PORT } from "../define-node.ts";
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
  check(data) {
    if (data.text.trim() !== "") return [];
    return [{ code: "text-empty", severity: "error", message: "The text is empty: nothing would be sent." }];
  },
});
