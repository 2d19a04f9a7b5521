/** On which platforms the flow may run, and so how long its texts may be. */
import { CHANNEL_LIMITS, type Platform, type Trigger } from "@hilo/flow-engine";
import type { Channel } from "@hilo/server/contract";

export interface TextLimit {
  /** What people call the platform. */
  where: string;
  limit: number;
  /** It counts bytes of UTF-8, of which a letter with an accent has two and an emoji four. */
  inBytes: boolean;
}

type KnownChannel = Pick<Channel, "id" | "platform">;

/** Those of the workspace's channels, as far as the triggers let them; before any is connected, WhatsApp. */
export function platformsOf(triggers: readonly Trigger[], channels: readonly KnownChannel[]): Platform[] {
  const real = channels.filter(({ platform }) => platform !== "simulator");
  const reached = triggers.length === 0 ? real : triggers.flatMap((trigger) => real.filter(takes(trigger)));
  const platforms = [...new Set(reached.map(({ platform }) => platform))];
  return platforms.length > 0 ? platforms : ["whatsapp"];
}

const takes =
  ({ conditions: { channelIds = [], platforms = [] } = {} }: Trigger) =>
  ({ id, platform }: KnownChannel): boolean =>
    (channelIds.length === 0 || channelIds.includes(id)) &&
    (platforms.length === 0 || platforms.includes(platform));

/** Of the platform that takes the least. */
export function textLimit(platforms: readonly Platform[]): TextLimit {
  const limits = platforms.map((platform): TextLimit => {
    const { name, text, textBytes } = { textBytes: undefined, ...CHANNEL_LIMITS[platform] };
    return { where: name, limit: textBytes ?? text, inBytes: textBytes !== undefined };
  });
  const { name, text } = CHANNEL_LIMITS.whatsapp;
  const [least = { where: name, limit: text, inBytes: false }] = limits.sort((a, b) => a.limit - b.limit);
  return least;
}
