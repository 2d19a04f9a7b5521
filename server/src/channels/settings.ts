/** A channel's settings as the server reads them, and what follows from them. */
import { type ChannelSettings, channelSettings } from "../contract/channel-settings.ts";
import type { Platform } from "./channel.ts";

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

export function messagesPerSecond(platform: Platform, settings: ChannelSettings): number {
  return settings.messagesPerSecond ?? PER_SECOND[platform];
}
