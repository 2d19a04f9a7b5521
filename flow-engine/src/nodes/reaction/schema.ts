/** A reaction to the customer's latest message. `{ "emoji": "👍" }` */
import { z } from "zod";

export const reactionSchema = z.looseObject({
  emoji: z.string().max(100).describe("Template. One emoji; empty takes an earlier reaction back."),
});
export type ReactionData = z.infer<typeof reactionSchema>;
