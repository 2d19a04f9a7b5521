/** The simulator as a channel: the wire format of the platform it plays, a far side inside this server. */
import type { ChannelAdapter } from "../channel.ts";

export const simulatorOf = (played: ChannelAdapter): ChannelAdapter => ({ ...played, platform: "simulator" });
