import { describe, expect, it } from "vitest";
import type { InboundContent } from "../content/inbound.ts";
import type { TriggerEntry } from "./candidate.ts";
import { type OldTapFlow, type RouteArgs, route } from "./route.ts";
import { triggerSchema } from "./schema.ts";
import { buildTriggerIndex } from "./trigger-index.ts";

const entry = (flowId: string, trigger: unknown): TriggerEntry => ({
  flowId,
  versionId: `${flowId}@1`,
  priority: 0,
  createdAt: 0,
  trigger: triggerSchema.parse(trigger),
});
const hola = entry("welcome", { type: "keyword", keyword: "hola", mode: "word" });
const stop = entry("stop", { type: "keyword", keyword: "baja", mode: "exact", interrupts: true });
const all = entry("fallback", { type: "catch-all", interrupts: true });

const live = { id: "s1", status: "Paused", wait: { id: "w1", for: "message" } } as const;
const oldTap = (policy: "restart" | "ignore" | "reply", oldTapMessage = ""): OldTapFlow => ({
  flowId: "menu",
  versionId: "menu@2",
  settings: { oldTap: policy, oldTapMessage },
});
const text = (value: string): InboundContent => ({ type: "text", text: value });
const tap = (id: string, sessionId?: string): InboundContent => ({
  type: "tap",
  tap: { kind: "button", id, title: "Hola", ...(sessionId ? { sessionId, nodeId: "n1" } : {}) },
});

function decide(content: InboundContent, more: Partial<RouteArgs> & { entries?: TriggerEntry[] } = {}) {
  const { entries = [hola, stop], ...rest } = more;
  return route({
    session: null,
    oldTapFlow: null,
    message: { content, firstMessage: false },
    index: buildTriggerIndex(entries),
    context: { channel: { id: "c", platform: "whatsapp" }, contact: { language: null, tags: [] } },
    conversationMode: "Bot",
    ...rest,
  });
}

describe("route", () => {
  it("starts the best flow when no session lives", () => {
    expect(decide(text("HÓLA!"))).toEqual({
      action: "start",
      flowId: "welcome",
      versionId: "welcome@1",
      trigger: { mode: "word", keyword: "hola", reason: "The message has the word “hola”." },
    });
  });
  it("starts anew after a session that Completed or Errored", () => {
    for (const status of ["Completed", "Errored"] as const) {
      expect(decide(text("hola"), { session: { id: "s1", status, wait: null } }).action).toBe("start");
    }
  });
  it("does nothing when nothing matches", () => {
    expect(decide(text("adiós"))).toEqual({ action: "none", reason: "no-trigger" });
  });
  it("only stores what comes while a person has the conversation", () => {
    expect(decide(text("hola"), { conversationMode: "Human", session: live })).toEqual({
      action: "none",
      reason: "human",
    });
  });
  it("gives a live session its input first, even a keyword", () => {
    expect(decide(text("hola"), { session: live })).toEqual({ action: "resume" });
  });
  it("lets a trigger that interrupts end the live session", () => {
    expect(decide(text("BAJA"), { session: live })).toMatchObject({
      action: "start",
      flowId: "stop",
      endFirst: "interrupted",
    });
  });
  it("never lets a trigger that takes anything interrupt", () => {
    expect(decide(text("x"), { session: live, entries: [all] })).toEqual({ action: "resume" });
  });
  it("gives an unknown kind of message to the live session, and else to a catch-all only", () => {
    const unknown: InboundContent = { type: "unknown", platformType: "hologram", raw: null };
    expect(decide(unknown, { session: live })).toEqual({ action: "resume" });
    expect(decide(unknown)).toEqual({ action: "none", reason: "no-trigger" });
    expect(decide(unknown, { entries: [hola, all] })).toMatchObject({ action: "start", flowId: "fallback" });
  });
  it("takes no reaction for a message", () => {
    const reaction: InboundContent = { type: "reaction", messageId: "m", emoji: "👍" };
    expect(decide(reaction, { entries: [all], session: live })).toEqual({
      action: "none",
      reason: "reaction",
    });
  });
});

describe("taps", () => {
  it("resume the live session they belong to, whatever their title says", () => {
    const interrupting = entry("x", { type: "keyword", keyword: "hola", interrupts: true });
    expect(decide(tap("opt-0", "s1"), { session: live, entries: [interrupting] })).toEqual({
      action: "resume",
    });
  });
  it("resume the live session when they name none", () => {
    expect(decide(tap("opt-0"), { session: live })).toEqual({ action: "resume" });
  });
  it("of an ended session restart its flow, are ignored, or are answered, as the flow says", () => {
    const of = (oldTapFlow: OldTapFlow, session: RouteArgs["session"] = null) =>
      decide(tap("opt-0", "s0"), { oldTapFlow, session });
    expect(of(oldTap("restart"))).toMatchObject({
      action: "start",
      flowId: "menu",
      versionId: "menu@2",
      trigger: { mode: "old-tap" },
    });
    expect(of(oldTap("restart"))).not.toHaveProperty("endFirst");
    expect(of(oldTap("restart"), live)).toMatchObject({ action: "start", endFirst: "interrupted" });
    expect(of(oldTap("ignore"))).toEqual({ action: "none", reason: "old-tap" });
    expect(of(oldTap("reply", "Ese menú ya cerró"))).toEqual({ action: "reply", text: "Ese menú ya cerró" });
    expect(of(oldTap("reply", " "))).toEqual({ action: "none", reason: "old-tap" });
  });
  it("of an ended session never answer another live session's question", () => {
    expect(decide(tap("opt-0", "s0"), { session: live })).toEqual({ action: "none", reason: "old-tap" });
  });
  it("of a session whose flow is gone go to the triggers", () => {
    expect(decide(tap("opt-0", "s0"))).toMatchObject({ action: "start", flowId: "welcome" });
  });
  it("start the flow made for their payload before any policy", () => {
    const promo = entry("promo", { type: "payload", payload: "promo" });
    expect(decide(tap("promo", "s0"), { oldTapFlow: oldTap("ignore"), entries: [promo] })).toMatchObject({
      action: "start",
      flowId: "promo",
    });
  });
});
