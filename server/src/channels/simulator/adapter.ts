/** The simulator as a channel: WhatsApp's wire format, a far side inside this server. */
import type { ChannelAdapter } from "../channel.ts";
import { whatsapp } from "../whatsapp/adapter.ts";

export const simulator: ChannelAdapter = { ...whatsapp, platform: "simulator" };
