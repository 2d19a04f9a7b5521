/** Leaves a note on the contact for the people who answer. */
import { compileTemplate } from "../../expressions/templates.ts";
import { defineNode, go, NEXT_PORT } from "../define-node.ts";
import { topText } from "../text-field.ts";
import { noteSchema } from "./schema.ts";

export const noteNode = defineNode({
  type: "note",
  group: "act",
  summary: "Leaves a note on the contact that only members see.",
  version: 1,
  schema: noteSchema,
  defaults: { text: "" },
  ports: () => [NEXT_PORT],
  prepare: (data) => compileTemplate(data.text),
  enter(scope) {
    const text = scope.render(scope.prepared).trim();
    if (text !== "") scope.emit({ type: "add-note", text });
    return go();
  },
  texts: (data) => [topText(data, "text", "the note", { reader: "agent", required: true })],
});
