/** What a platform last said of a channel, as far as Hilo asked. Kept as JSON with the channel. */
import { z } from "zod";
import { timestamp } from "./common.ts";

const word = z.string().nullable().default(null);

export const channelHealth = z.object({
  /** The name customers see. */
  displayName: word,
  /** The phone number as WhatsApp writes it. */
  phone: word,
  /** GREEN, YELLOW, RED, UNKNOWN: how customers take the number's messages. */
  quality: word,
  /** People who may be written to first in 24 hours: TIER_250, TIER_2K, …, or a number. */
  messagingLimit: word,
  /** STANDARD (80 messages a second), HIGH (1,000). */
  throughput: word,
  /** The number is also used with the app on a phone: 20 messages a second. */
  sharedWithApp: z.boolean().default(false),
  /** Meta's word on the account: `disabled`, `restricted`, `rejected`; null when all is well. */
  account: word,
  /** Permissions that the token should have and has not. */
  missingScopes: z.array(z.string()).default([]),
  /** Whether webhooks of this number or page come to the app; null: not known. */
  subscribed: z.boolean().nullable().default(null),
  /** What is not as it should be, each in a sentence that says what to do. */
  problems: z.array(z.string()).default([]),
  /** Null: never. */
  checkedAt: timestamp.nullable().default(null),
});
export type ChannelHealth = z.infer<typeof channelHealth>;
