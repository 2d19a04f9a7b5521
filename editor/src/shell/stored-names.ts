/** Names that the server gives at its first start, in English: said in the reader's language until somebody changes them. */
import type { Channel } from "@hilo/server/contract";
import { t } from "../i18n/t.ts";

export const FIRST_WORKSPACE = "My workspace";

/** Of the channel of each platform that the simulator plays. */
export const FIRST_CHANNELS: readonly string[] = [
  // t:
  "Simulator",
  "Simulator: Instagram",
  "Simulator: Messenger",
];

/** For reading only: a field that changes the name has it as it is stored. */
export function workspaceName(name: string): string {
  return name === FIRST_WORKSPACE ? t("My workspace") : name;
}

/** Channels to choose from. */
export function channelOptions(channels: readonly Channel[] = []): { value: string; label: string }[] {
  return channels.map((channel) => ({ value: channel.id, label: channelName(channel) }));
}

/** For reading only. A real channel is called what people called it, also where that is “Simulator”. */
export function channelName({ name, platform }: Pick<Channel, "name" | "platform">): string {
  return platform === "simulator" && FIRST_CHANNELS.includes(name) ? t(name) : name;
}
