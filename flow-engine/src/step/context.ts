/** What a step may know of the world, as data: the arrival time, the contact, the channel, the other programs. */
import type { Program } from "../flow/program.ts";

export interface ContactSnapshot {
  id: string;
  name: string | null;
  phone: string | null;
  language: string | null;
  timeZone: string | null;
  tags: readonly string[];
  /** Custom fields by name; JSON values. */
  fields: Readonly<Record<string, unknown>>;
}

export interface ChannelSnapshot {
  id: string;
  platform: "whatsapp" | "instagram" | "messenger" | "simulator";
  name: string;
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
}
