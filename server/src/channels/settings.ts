/** A channel's settings as the server reads them, and what follows from them. */
import { type ChannelSettings, channelSettings } from "../contract/channel-settings.ts";
import type { Platform } from "./channel.ts";
import type { ChannelHealth } from "./health.ts";

export type { ChannelSettings };

/** What this version can't read counts as unset. */
export function readChannelSettings(json: unknown): ChannelSettings {
  return channelSettings.safeParse(json).data ?? channelSettings.parse({});
}

/**
 * Messages a second, by platform: WhatsApp 80 for a number ("Throughput"), Messenger and Instagram 300 texts for a page
 * or account ("Rate limiting").
 */
const PER_SECOND: Readonly<Record<Platform, number>> = {
  whatsapp: 80,
  messenger: 300,
  instagram: 300,
  simulator: Number.POSITIVE_INFINITY,
};

/** A number that Meta raised ("Throughput": 1,000), and one that is shared with the app on a phone ("Coexistence": 20). */
const HIGH_PER_SECOND = 1_000;
const SHARED_PER_SECOND = 20;

interface Paced {
  platform: Platform;
  settings: ChannelSettings;
  health: Pick<ChannelHealth, "throughput" | "sharedWithApp">;
}

/** An admin's word comes first, then what Meta said of the number, then what is usual. */
export function messagesPerSecond({ platform, settings, health }: Paced): number {
  if (settings.messagesPerSecond !== null) return settings.messagesPerSecond;
  if (platform !== "whatsapp") return PER_SECOND[platform];
  if (health.sharedWithApp) return SHARED_PER_SECOND;
  return health.throughput === "HIGH" ? HIGH_PER_SECOND : PER_SECOND.whatsapp;
}
