/** Puts tags on the contact and takes tags off. */
import { defineNode, go, NEXT_PORT } from "../define-node.ts";
import { tagSchema } from "./schema.ts";

export const tagNode = defineNode({
  type: "tag",
  group: "act",
  summary: "Puts tags on the contact and takes tags off.",
  version: 1,
  schema: tagSchema,
  defaults: { add: [], remove: [] },
  ports: () => [NEXT_PORT],
  prepare: () => null,
  enter(scope) {
    for (const tag of scope.data.remove) scope.emit({ type: "remove-tag", tag });
    for (const tag of scope.data.add) scope.emit({ type: "add-tag", tag });
    return go();
  },
  refs: (data) => [...data.add, ...data.remove].map((tag) => ({ kind: "tag", tag })),
  check(data) {
    if (data.add.length + data.remove.length > 0) return [];
    return [
      { code: "tags-empty", severity: "error", message: "There is no tag to add or remove. Name one." },
    ];
  },
});
