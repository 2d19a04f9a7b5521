/**
 * Goes through a list, one item a round: what follows `each` leads back here, and the next item has its round. Left by
 * another way, the loop stays where it is until the step is entered again.
 * `{ "list": "pedido.items", "itemAs": "item", "indexAs": "number", "max": 10 }`
 * `{ "list": "[\"Ana\", \"{{ friend }}\"]", "itemAs": "name" }`
 */
import { z } from "zod";

/** Rounds at most: past it a list is a report, not a conversation. */
export const MAX_ROUNDS = 100;

export const forEachSchema = z.looseObject({
  list: z
    .string()
    .max(10_000)
    .describe(
      "Path of a list (`pedido.items`), or a template giving one as JSON. It is read once, before the first round.",
    ),
  itemAs: z.string().min(1).max(64).default("item").describe("Variable that takes the item of each round."),
  indexAs: z.string().max(64).optional().describe("Variable that takes the number of the round, from 1."),
  max: z
    .number()
    .int()
    .min(1)
    .max(MAX_ROUNDS)
    .default(20)
    .describe("Rounds at most; further items are left out."),
});
export type ForEachData = z.infer<typeof forEachSchema>;
