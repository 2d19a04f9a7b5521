/** What a step may know of the world, as data: the arrival time, the contact, the channel, the other programs. */
import type { Schedule } from "../calendar/schedule.ts";
import type { Program } from "../flow/program.ts";
import type { GlobalWords } from "../triggers/global-words.ts";
import type { SaidTexts } from "./repeats.ts";

export interface ContactSnapshot {
  id: string;
  name: string | null;
  phone: string | null;
  email?: string | null;
  language: string | null;
  timeZone: string | null;
  tags: readonly string[];
  /** Custom fields by name; JSON values. */
  fields: Readonly<Record<string, unknown>>;
  /** Wants to hear nothing. Absent: wants to. */
  optedOut?: boolean;
}

export interface ChannelSnapshot {
  id: string;
  platform: "whatsapp" | "instagram" | "messenger" | "simulator";
  name: string;
  /** The simulator's: the platform whose limits and words it has. Absent: WhatsApp. */
  plays?: "whatsapp" | "instagram" | "messenger";
  /** Free words may be sent until then, ISO; null: the customer never wrote. Absent: there is no such limit. */
  windowExpiresAt?: string | null;
  /** WhatsApp: messages cost nothing until then, because the customer came by an ad; ISO. */
  freeEntryExpiresAt?: string | null;
}

export interface StepContext {
  /** Arrival time of the input, milliseconds since the epoch. The only clock there is. */
  now: number;
  /** IANA zone of the workspace. */
  timeZone: string;
  contact: ContactSnapshot;
  channel: ChannelSnapshot;
  /** A program by its version id (a frame that is running) or by a flow's id or name (a call). Must be pure. */
  programs(ref: string): Program | undefined;
  /** Opening hours of the workspace; absent: it has none, and is always open. */
  hours?: Schedule | undefined;
  /** Words that mean the same in every flow (`STOP`); absent: there are none. */
  words?: GlobalWords | undefined;
  /** Address at which a program outside goes on with this session. */
  hookUrl?: string | undefined;
  /** What was said to the contact in the last minutes, in this and other sessions: more of the same is a loop. */
  said?: SaidTexts | undefined;
}
