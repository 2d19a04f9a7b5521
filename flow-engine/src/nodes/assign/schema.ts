/**
 * Gives the conversation to somebody; the bot goes on.
 * `{ "to": { "kind": "rule", "rule": "least-busy", "team": "Sales" } }`
 * `{ "to": { "kind": "user", "user": "{{ contact.owner }}" } }`
 */
import { z } from "zod";
import { assigneeField } from "../assignee.ts";

export const assignSchema = z.looseObject({ to: assigneeField.describe("Who gets the conversation.") });
export type AssignData = z.infer<typeof assignSchema>;
