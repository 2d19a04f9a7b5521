/** Reacts to the customer's latest message with an emoji, and goes on. */
import { CHANNEL_LIMITS } from "../../channels/limits.ts";
import { compileTemplate } from "../../expressions/templates.ts";
import { defineNode, NEXT_PORT } from "../define-node.ts";
import { FAILED_PORT, passOver, resumeSaid, say } from "../say.ts";
import { topText } from "../text-field.ts";
import { reactionSchema } from "./schema.ts";

export const reactionNode = defineNode({
  type: "reaction",
  group: "say",
  summary: "Reacts to the customer's latest message with an emoji.",
  version: 1,
  schema: reactionSchema,
  defaults: { emoji: "👍" },
  says: ["reaction"],
  ports: () => [NEXT_PORT, FAILED_PORT],
  prepare: ({ emoji }) => compileTemplate(emoji),
  enter(scope) {
    const { heard } = scope;
    if (heard === undefined) return passOver(scope, "nothing-heard", "there is no message to react to");
    return say(scope, { type: "reaction", messageId: heard, emoji: scope.render(scope.prepared).trim() });
  },
  resume: (scope, input) => resumeSaid(scope, input),
  texts: (data) => [
    topText(data, "emoji", "the emoji", { code: "emoji", limit: CHANNEL_LIMITS.whatsapp.reaction.emoji }),
  ],
});
