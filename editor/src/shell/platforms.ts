/** The platforms' names and marks. */
import type { Channel } from "@hilo/server/contract";
import {
  IconBrandInstagram,
  IconBrandMessenger,
  IconBrandWhatsapp,
  IconDeviceMobile,
  type TablerIcon,
} from "@tabler/icons-react";

export type Platform = Channel["platform"];

export const PLATFORM_ICONS: Record<Platform, TablerIcon> = {
  whatsapp: IconBrandWhatsapp,
  instagram: IconBrandInstagram,
  messenger: IconBrandMessenger,
  simulator: IconDeviceMobile,
};

/** The simulator is the only one whose name is translated. */
export const PLATFORM_NAMES: Record<Platform, string> = {
  // t:
  whatsapp: "WhatsApp",
  instagram: "Instagram",
  messenger: "Messenger",
  simulator: "Simulator",
};

export const isPlatform = (word: string): word is Platform => Object.hasOwn(PLATFORM_NAMES, word);
