/**
 * Tells somebody outside the chat: by e-mail, by a call to another system, in a team's chat.
 * `{ "by": "email", "to": "sales@example.org", "subject": "New lead", "text": "{{ contact.name }} asked for {{ product }}" }`
 * `{ "by": "chat", "secret": "slack-webhook", "text": "{{ contact.name }} needs help" }`
 * `{ "by": "webhook", "to": "https://example.org/hooks/lead", "data": [{ "name": "phone", "value": "{{ contact.phone }}" }] }`
 */
import { z } from "zod";
import { taskPolicyFields } from "../error-policy.ts";

export const NOTIFY_WAYS = ["email", "webhook", "chat"] as const;

export const notifySchema = z.looseObject({
  by: z
    .enum(NOTIFY_WAYS)
    .default("email")
    .describe("`chat`: an incoming webhook of Slack, Mattermost, Google Chat and their like."),
  to: z
    .string()
    .max(2_000)
    .default("")
    .describe("Template. E-mail addresses, separated by commas; else the address to post to."),
  secret: z
    .string()
    .max(64)
    .optional()
    .describe("Name of a stored secret that holds the address to post to, instead of `to`."),
  subject: z.string().max(500).default("").describe("Template. The e-mail's subject."),
  text: z.string().max(10_000).default("").describe("Template. What is told."),
  data: z
    .array(
      z.object({
        name: z.string().min(1).max(64).describe("Name of the field."),
        value: z.string().max(2_000).describe("Template."),
      }),
    )
    .max(50)
    .default([])
    .describe("With `webhook`: what is posted as JSON, instead of the text."),
  waitForResult: z
    .boolean()
    .default(false)
    .describe(
      "Whether the flow waits until it is told; else it goes on at once and never learns of a failure.",
    ),
  ...taskPolicyFields,
});
export type NotifyData = z.infer<typeof notifySchema>;
