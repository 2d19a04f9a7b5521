import { expect, test } from "vitest";
import { channelHealth } from "../contract/channel-health.ts";
import { channelSettings } from "../contract/channel-settings.ts";
import { messagesPerSecond } from "./settings.ts";

const settings = channelSettings.parse({});
const health = channelHealth.parse({});

test.each([
  ["a WhatsApp number", { platform: "whatsapp", settings, health }, 80],
  [
    "one that Meta raised",
    { platform: "whatsapp", settings, health: { ...health, throughput: "HIGH" } },
    1_000,
  ],
  [
    "one shared with the app",
    { platform: "whatsapp", settings, health: { ...health, throughput: "HIGH", sharedWithApp: true } },
    20,
  ],
  [
    "an admin's word",
    {
      platform: "whatsapp",
      settings: { ...settings, messagesPerSecond: 5 },
      health: { ...health, throughput: "HIGH" },
    },
    5,
  ],
  ["an Instagram account", { platform: "instagram", settings, health }, 300],
] as const)("%s sends so many a second", (_what, channel, rate) => {
  expect(messagesPerSecond(channel)).toBe(rate);
});
