/** Every channel there is, as a typed list: adding one is adding a line here. */
import {
  type ChannelAdapter,
  type Platform,
  type PlayedPlatform,
  type Playing,
  playedBy,
} from "./channel.ts";
import { instagram } from "./instagram/adapter.ts";
import { messenger } from "./messenger/adapter.ts";
import { simulatorOf } from "./simulator/adapter.ts";
import { whatsapp } from "./whatsapp/adapter.ts";

const ADAPTERS = { whatsapp, instagram, messenger } as const satisfies Record<PlayedPlatform, ChannelAdapter>;

/** The simulator has one for each platform that it plays. */
const SIMULATORS = {
  whatsapp: simulatorOf(whatsapp),
  instagram: simulatorOf(instagram),
  messenger: simulatorOf(messenger),
} as const satisfies Record<PlayedPlatform, ChannelAdapter>;

export function adapterFor(channel: { platform: Platform; settings: Playing }): ChannelAdapter {
  const adapters = channel.platform === "simulator" ? SIMULATORS : ADAPTERS;
  return adapters[playedBy(channel.platform, channel.settings)];
}

/** Who reads webhook bodies of this `object`, in the order their channels are looked up. Unknown objects have nobody. */
export function adaptersForObject(object: string): readonly ChannelAdapter[] {
  const all = [...Object.values(ADAPTERS), ...Object.values(SIMULATORS)];
  return all.filter((adapter) => adapter.webhookObject === object);
}
