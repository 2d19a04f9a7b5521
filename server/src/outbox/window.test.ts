import type { MessageContent } from "@hilo/flow-engine";
import { describe, expect, test } from "vitest";
import type { PlayedPlatform } from "../channels/channel.ts";
import { leaveFor, type Occasion } from "./window.ts";

const NOW = new Date("2026-11-24T12:00:00.000Z");
const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const TEXT: MessageContent = { type: "text", text: "hola" };
const TEMPLATE: MessageContent = {
  type: "template",
  name: "aviso",
  language: "es",
  text: "",
  parameters: { body: [], buttons: [] },
};

/** The customer wrote so many hours ago; null: never. */
const wrote = (hours: number | null, more: Partial<Occasion> = {}): Occasion => ({
  author: "bot",
  commentId: null,
  windowExpiresAt: hours === null ? null : new Date(ago(hours).getTime() + 24 * 3_600_000),
  lastInboundAt: hours === null ? null : ago(hours),
  ...more,
});
const judge = (
  platform: PlayedPlatform,
  occasion: Occasion,
  content: MessageContent = TEXT,
  humanAgent = true,
) => {
  const leave = leaveFor(platform, content, occasion, { humanAgent }, NOW);
  return leave.open ? (leave.tag ?? "open") : leave.error.code;
};

describe("the window for free words", () => {
  test.each<[string, PlayedPlatform, Occasion, MessageContent, string]>([
    ["is open for 24 hours", "whatsapp", wrote(23.9), TEXT, "open"],
    ["is closed at 24 hours", "whatsapp", wrote(24), TEXT, "window-closed"],
    ["lets templates through when closed", "whatsapp", wrote(48), TEMPLATE, "open"],
    ["is not known of who never wrote", "whatsapp", wrote(null), TEXT, "open"],
    [
      "closes by a simulated customer's own clock",
      "whatsapp",
      wrote(1, { clockAheadMs: 24 * 3_600_000 }),
      TEXT,
      "window-closed",
    ],
    ["is closed for bots on Messenger too", "messenger", wrote(25), TEXT, "window-closed"],
    ["lets people write for seven days", "messenger", wrote(25, { author: "agent" }), TEXT, "HUMAN_AGENT"],
    ["lets people write for no longer", "instagram", wrote(168, { author: "agent" }), TEXT, "window-closed"],
    ["needs no tag while open", "instagram", wrote(2, { author: "agent" }), TEXT, "open"],
    ["knows no people on WhatsApp", "whatsapp", wrote(25, { author: "agent" }), TEXT, "window-closed"],
    [
      "is not asked for a private answer to a comment",
      "instagram",
      wrote(99, { commentId: "c" }),
      TEXT,
      "open",
    ],
  ])("%s", (_, platform, occasion, content, verdict) => {
    expect(judge(platform, occasion, content)).toBe(verdict);
  });

  test("without Meta's human agent feature it is closed for people too, and says what to do", () => {
    const occasion = wrote(25, { author: "agent" });
    expect(judge("messenger", occasion, TEXT, false)).toBe("window-closed");
    const leave = leaveFor("messenger", TEXT, occasion, { humanAgent: false }, NOW);
    expect(leave.open || leave.error.remedy).toMatch(/human agent feature/);
  });
});
