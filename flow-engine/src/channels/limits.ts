/** What each platform accepts, as data: read by checks, by fitting, by the editor's live counters and by the server's renderers. */
import type { ChannelLimits } from "./channel-limits.ts";
import { INSTAGRAM_LIMITS, MESSENGER_LIMITS } from "./messenger-limits.ts";
import { WHATSAPP_LIMITS } from "./whatsapp-limits.ts";

export const CHANNEL_LIMITS = {
  whatsapp: WHATSAPP_LIMITS,
  /** The simulator shows what WhatsApp would. */
  simulator: WHATSAPP_LIMITS,
  instagram: INSTAGRAM_LIMITS,
  messenger: MESSENGER_LIMITS,
} as const satisfies Record<string, ChannelLimits>;

export type Platform = keyof typeof CHANNEL_LIMITS;
