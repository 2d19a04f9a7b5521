/** How long a text may be, by the channels that the flow may run on. */
import type { Trigger } from "@hilo/flow-engine";
import { expect, it } from "vitest";
import { platformsOf, textLimit } from "./flow-channels.ts";

const CHANNELS = [
  { id: "w", platform: "whatsapp" },
  { id: "i", platform: "instagram" },
  { id: "m", platform: "messenger" },
  { id: "s", platform: "simulator" },
] as const;
const word = (conditions?: Trigger["conditions"]): Trigger => ({
  type: "keyword",
  keyword: "hola",
  mode: "word",
  ...(conditions ? { conditions } : {}),
});

it.each([
  ["no triggers and no channels", [], [], "WhatsApp 4096"],
  ["the simulator alone", [word()], CHANNELS.slice(3), "WhatsApp 4096"],
  ["every channel", [word()], CHANNELS, "Instagram 1000 bytes"],
  ["no triggers yet", [], CHANNELS, "Instagram 1000 bytes"],
  ["one channel by its id", [word({ channelIds: ["m"] })], CHANNELS, "Messenger 2000"],
  ["one platform", [word({ platforms: ["whatsapp"] })], CHANNELS, "WhatsApp 4096"],
  [
    "two triggers",
    [word({ platforms: ["whatsapp"] }), word({ channelIds: ["m"] })],
    CHANNELS,
    "Messenger 2000",
  ],
  [
    "a platform that is not connected",
    [word({ platforms: ["instagram"] })],
    CHANNELS.slice(0, 1),
    "WhatsApp 4096",
  ],
])("with %s the least is taken", (_, triggers, channels, words) => {
  const { where, limit, inBytes } = textLimit(platformsOf(triggers, channels));
  expect(`${where} ${limit}${inBytes ? " bytes" : ""}`).toBe(words);
});
