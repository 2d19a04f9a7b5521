/**
 * Waits until a program outside calls the session’s address (`session.webhook` in templates) and keeps parts of what it sends.
 * `{ "save": [{ "path": "payment.status", "name": "payment" }], "timeoutMinutes": 60 }`
 */
import { z } from "zod";
import { timeoutMinutesField } from "../question.ts";
import { savedPartsField } from "../saved-parts.ts";

export const waitForWebhookSchema = z.looseObject({
  save: savedPartsField,
  timeoutMinutes: timeoutMinutesField,
});
export type WaitForWebhookData = z.infer<typeof waitForWebhookSchema>;
