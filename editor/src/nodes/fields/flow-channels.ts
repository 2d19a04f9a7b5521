/** On which platforms the flow may run, and so how long its texts may be. */
import { CHANNEL_LIMITS, type ChannelLimits, type Platform, type Trigger } from "@hilo/flow-engine";
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

/** Texts with something below or above them, of which a platform may take less than of a text alone. */
export type Framed = "buttons" | "list" | "ctaUrl" | "carousel" | "form" | "media";

/**
 * Of the platform that takes the least. What stands beside something else has to fit WhatsApp wherever it goes, as the
 * checks of a flow want it; a platform that has no such kind of message gets the words as a text.
 */
export function textLimit(platforms: readonly Platform[], beside?: Framed): TextLimit {
  // Of texts alone WhatsApp takes the longest, so it may stand at the beginning of both.
  return platforms
    .map((platform) => limitOf(platform, beside))
    .reduce((least, next) => (next.limit < least.limit ? next : least), limitOf("whatsapp", beside));
}

function limitOf(platform: Platform, beside: Framed | undefined): TextLimit {
  const known: ChannelLimits = CHANNEL_LIMITS[platform];
  const body = beside === undefined ? 0 : bodyOf(known, beside);
  const ofText = {
    where: known.name,
    limit: known.textBytes ?? known.text,
    inBytes: known.textBytes !== undefined,
  };
  // A body of its own is counted in characters, unless it is as long as a text.
  return body > 0 && body < ofText.limit ? { where: known.name, limit: body, inBytes: false } : ofText;
}

function bodyOf(known: ChannelLimits, beside: Framed): number {
  return beside === "media" ? known.caption : (known[beside]?.body ?? 0);
}

/** Of a line of a card. */
export function cardTextLimit(platforms: readonly Platform[]): number {
  return Math.min(
    ...["whatsapp" as const, ...platforms].map((platform) => CHANNEL_LIMITS[platform].carousel.text),
  );
}
