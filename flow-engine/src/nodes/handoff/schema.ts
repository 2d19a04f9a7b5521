/** Passes the conversation to a person and waits until it is handed back. `{ "text": "One moment…", "note": "Wants a refund" }` */
import { z } from "zod";

export const handoffSchema = z.looseObject({
  /** Template. Said to the customer; empty: nothing is said. */
  text: z.string().max(4_096).default(""),
  /** Template. Seen by agents only. */
  note: z.string().max(2_000).optional(),
  team: z.string().max(80).optional(),
  /** Minutes after which the `timeout` port is taken and the bot has the conversation again. */
  timeoutMinutes: z.number().int().min(1).max(525_600).optional(),
});
export type HandoffData = z.infer<typeof handoffSchema>;
