/** Every channel there is, as a typed list: adding one is adding a line here. */
import type { ChannelAdapter, Platform } from "./channel.ts";
import { instagram } from "./instagram/adapter.ts";
import { messenger } from "./messenger/adapter.ts";
import { simulator } from "./simulator/adapter.ts";
import { whatsapp } from "./whatsapp/adapter.ts";

const ADAPTERS = { whatsapp, instagram, messenger, simulator } as const satisfies Record<
  Platform,
  ChannelAdapter
>;

export function adapterFor(platform: Platform): ChannelAdapter {
  return ADAPTERS[platform];
}

/** Who reads webhook bodies of this `object`, in the order their channels are looked up. Unknown objects have nobody. */
export function adaptersForObject(object: string): readonly ChannelAdapter[] {
  return Object.values(ADAPTERS).filter((adapter) => adapter.webhookObject === object);
}
