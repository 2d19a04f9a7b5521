/**
 * Passes the conversation to a person and waits until it is handed back.
 * `{ "text": "One moment…", "note": "Wants a refund" }`
 * `{ "text": "One moment…", "assign": { "kind": "rule", "rule": "round-robin", "team": "Support" }, "onHandBack": "end" }`
 */
import { z } from "zod";
import { assigneeField } from "../assignee.ts";

export const handoffSchema = z.looseObject({
  text: z.string().max(4_096).default("").describe("Template. Said to the customer; empty: nothing is said."),
  note: z.string().max(2_000).optional().describe("Template. Seen by agents only."),
  team: z.string().max(80).optional().describe("The team that gets the conversation."),
  assign: assigneeField
    .optional()
    .describe("Who gets the conversation; without it, whoever of the team takes it first."),
  onHandBack: z
    .enum(["continue", "end"])
    .default("continue")
    .describe("What follows when it is handed back: `continue` leaves by `next`, `end` ends the flow."),
  timeoutMinutes: z
    .number()
    .int()
    .min(1)
    .max(525_600)
    .optional()
    .describe("Minutes after which the `timeout` port is taken and the bot has the conversation again."),
});
export type HandoffData = z.infer<typeof handoffSchema>;
