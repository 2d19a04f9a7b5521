import { channelHealth } from "@hilo/server/contract";
import { expect, test } from "vitest";
import { SHOP } from "../nodes/open-step.tsx";
import { channelFacts, limitWords } from "./channel-facts.ts";

const NOW = new Date("2026-11-28T12:00:00Z");
const health = (more: object) => ({ ...channelHealth.parse({}), ...more });
const factsOf = (more: object, tokenExpiresAt: string | null = null) =>
  Object.fromEntries(
    channelFacts({ ...SHOP, health: health(more), tokenExpiresAt }, NOW).map(({ label, value }) => [
      label,
      value,
    ]),
  );

test("nothing is said of what nobody knows", () => {
  expect(factsOf({})).toEqual({});
});

test("a number's quality, limits and webhooks in words", () => {
  const checkedAt = NOW.toISOString();
  expect(
    factsOf({
      quality: "YELLOW",
      messagingLimit: "TIER_10K",
      throughput: "HIGH",
      subscribed: false,
      checkedAt,
    }),
  ).toEqual({
    Quality: "Medium",
    "First messages a day": "10,000",
    "Messages a second": "1,000",
    Webhooks: "Not sent here",
  });
});

test.each([
  ["TIER_250", "250"],
  ["TIER_2K", "2,000"],
  ["TIER_100K", "100,000"],
  ["TIER_UNLIMITED", "No limit"],
  ["100000", "100,000"],
  ["TIER_NOT_SET", "TIER_NOT_SET"],
])("the limit %s reads %s", (limit, words) => {
  expect(limitWords(limit)).toBe(words);
});

test.each([
  ["2026-12-28T12:00:00Z", "Ends in 30 days"],
  ["2026-11-29T13:00:00Z", "Ends tomorrow"],
  ["2026-11-28T13:00:00Z", "Ends today"],
  ["2026-11-27T13:00:00Z", "Has ended"],
])("a token that ends at %s says: %s", (expiresAt, words) => {
  expect(factsOf({}, expiresAt).Token).toBe(words);
});
