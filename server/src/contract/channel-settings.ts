/** What an admin sets for one channel, kept as JSON with it. */
import { z } from "zod";
import { playedPlatform } from "./common.ts";

/** WhatsApp raises a number's throughput from 80 to 1,000 messages a second by itself; a number shared with the app on a phone has 20. */
const MAX_PER_SECOND = 1_000;
const WEEK_MINUTES = 7 * 24 * 60;

const fields = {
  /** Messages a second, when the platform gave this channel more or less than usual; null: as usual. */
  messagesPerSecond: z.number().int().min(1).max(MAX_PER_SECOND).nullable(),
  /** Messages an hour, where an account may send only so many (Instagram); null: no such limit. */
  messagesPerHour: z.number().int().min(1).max(1_000_000).nullable(),
  /** WhatsApp: one person gets a message in six seconds in the long run, as Meta wants it; false where Meta gave more. */
  pacePerPerson: z.boolean(),
  /** A person who answers outside Hilo (on the phone, in the platform's inbox) takes the conversation over. */
  pauseOnEcho: z.boolean(),
  /** Minutes after such an answer until the bot has the conversation again; 0: when it is handed back. */
  echoPauseMinutes: z.number().int().min(0).max(WEEK_MINUTES),
  /** A message that comes later than so many minutes after it was written is shown and not answered by a flow. */
  lateMinutes: z.number().int().min(1).max(WEEK_MINUTES),
  /** Messenger and Instagram: Meta granted the human agent feature, so that people may write for seven days. */
  humanAgent: z.boolean(),
};

export const channelSettings = z.object({
  messagesPerSecond: fields.messagesPerSecond.default(null),
  messagesPerHour: fields.messagesPerHour.default(null),
  pacePerPerson: fields.pacePerPerson.default(true),
  pauseOnEcho: fields.pauseOnEcho.default(true),
  echoPauseMinutes: fields.echoPauseMinutes.default(60),
  lateMinutes: fields.lateMinutes.default(15),
  humanAgent: fields.humanAgent.default(false),
  /** A simulator's: the platform that it plays, set when it is made. Absent: WhatsApp. */
  plays: playedPlatform.optional(),
});
export type ChannelSettings = z.infer<typeof channelSettings>;

/** Those given are changed, the others stay. */
export const channelSettingsChange = z.strictObject(fields).partial();
