/** How long a text may be, by the channels that the flow may run on. */
import type { Trigger } from "@hilo/flow-engine";
import { expect, it } from "vitest";
import { cardTextLimit, platformsOf, textLimit } from "./flow-channels.ts";

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

it.each([
  ["buttons", ["whatsapp"], "WhatsApp 1024"],
  ["buttons", ["messenger"], "WhatsApp 1024"],
  ["buttons", ["whatsapp", "instagram"], "Instagram 1000 bytes"],
  ["list", ["whatsapp"], "WhatsApp 4096"],
  ["list", ["messenger"], "Messenger 2000"],
  ["ctaUrl", ["instagram", "messenger"], "Instagram 640"],
  ["carousel", ["whatsapp", "messenger"], "WhatsApp 1024"],
  ["media", ["instagram"], "Instagram 1000 bytes"],
] as const)("the words beside %s on %s", (beside, platforms, words) => {
  const { where, limit, inBytes } = textLimit(platforms, beside);
  expect(`${where} ${limit}${inBytes ? " bytes" : ""}`).toBe(words);
});

it("a card's line is as long as the strictest takes", () => {
  expect(cardTextLimit(["whatsapp"])).toBe(160);
  expect(cardTextLimit(["whatsapp", "instagram"])).toBe(80);
});
