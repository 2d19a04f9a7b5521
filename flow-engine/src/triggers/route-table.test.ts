/** Every decision of routing, as tables: what lives down the side, what comes in along the top. */
import { describe, expect, it } from "vitest";
import type { InboundContent } from "../content/inbound.ts";
import { type Session, WAIT_KINDS } from "../session/schema.ts";
import type { TriggerEntry } from "./candidate.ts";
import type { TriggerEvent } from "./event.ts";
import { compileGlobalWords, DEFAULT_GLOBAL_WORDS } from "./global-words.ts";
import { type OldTapFlow, type Route, type RouteArgs, route, routeEvent } from "./route.ts";
import { triggerSchema } from "./schema.ts";
import { buildTriggerIndex } from "./trigger-index.ts";

let age = 0;
const entry = (flowId: string, trigger: Record<string, unknown>): TriggerEntry => ({
  flowId,
  versionId: `${flowId}@1`,
  priority: 0,
  createdAt: age++,
  trigger: triggerSchema.parse(trigger),
});
const index = buildTriggerIndex([
  entry("plain", { type: "keyword", keyword: "hola", mode: "word" }),
  entry("ends", { type: "keyword", keyword: "fin", mode: "word", interrupts: "end" }),
  entry("too", { type: "keyword", keyword: "ya", mode: "word", interrupts: true }),
  entry("pauses", { type: "keyword", keyword: "pausa", mode: "word", interrupts: "suspend" }),
  entry("own", { type: "keyword", keyword: "humano", mode: "exact", interrupts: "suspend" }),
  entry("promo", { type: "payload", payload: "promo" }),
  entry("any", { type: "catch-all", interrupts: true }),
  entry("default", { type: "keyword", keyword: "default", interrupts: "suspend" }),
  entry("first", { type: "first-message", interrupts: true }),
  entry("tag", { type: "tag-added", tag: "lead" }),
  entry("tag-ends", { type: "tag-added", tag: "gone", interrupts: true }),
  entry("tag-pauses", { type: "tag-added", tag: "vip", interrupts: "suspend" }),
]);
const words = compileGlobalWords(DEFAULT_GLOBAL_WORDS);

type Alive = RouteArgs["session"];
const alive = (wait: Session["wait"]): Alive => ({ id: "s1", status: wait ? "Paused" : "Active", wait });
const SESSIONS: Record<string, Alive> = {
  none: null,
  ended: { id: "s1", status: "Completed", wait: null },
  failed: { id: "s1", status: "Errored", wait: null },
  running: alive(null),
  ...Object.fromEntries(WAIT_KINDS.map((kind) => [kind, alive({ id: "w", for: kind })])),
};

const text = (value: string): InboundContent => ({ type: "text", text: value });
const tap = (id: string, sessionId?: string): InboundContent => ({
  type: "tap",
  tap: { kind: "button", id, title: "Hola", ...(sessionId ? { sessionId, nodeId: "n" } : {}) },
});
const unknown: InboundContent = { type: "unknown", platformType: "hologram", raw: null };
const heart: InboundContent = { type: "reaction", messageId: "m", emoji: "❤" };

const menu = (oldTap: OldTapFlow["settings"]["oldTap"]): OldTapFlow => ({
  flowId: "menu",
  versionId: "menu@2",
  settings: { oldTap, oldTapMessage: "Too late" },
});

/** A decision in a few words. */
function inWords(decision: Route): string {
  switch (decision.action) {
    case "start":
      return `${decision.endFirst ? "end, " : ""}start ${decision.flowId}`;
    case "interrupt":
      return `pause for ${decision.flowId}`;
    case "global-word":
      return `word ${decision.word}`;
    case "none":
      return decision.reason;
    default:
      return decision.action;
  }
}

interface Circumstances {
  optedOut?: boolean;
  mode?: "Bot" | "Human";
  oldTapFlow?: OldTapFlow | null;
}
function common(session: Alive, { optedOut = false, mode = "Bot" }: Circumstances) {
  return {
    session,
    index,
    context: {
      channel: { id: "c", platform: "whatsapp" as const },
      contact: { language: null, tags: [], optedOut },
    },
    conversationMode: mode,
  };
}

function said(session: Alive, content: InboundContent, more: Circumstances = {}): string {
  const { oldTapFlow = null } = more;
  const message = { content, firstMessage: false };
  return inWords(route({ ...common(session, more), oldTapFlow, message, words }));
}

function happened(session: Alive, event: TriggerEvent, more: Circumstances = {}): string {
  return inWords(routeEvent({ ...common(session, more), event }));
}

/** Rows `situation | answer | answer …` of a table, the words of its head first. */
function rows(table: string): string[][] {
  return table
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));
}

function checkTable(table: string, answer: (row: string, column: string) => string): void {
  const [[, ...columns] = [], ...body] = rows(table);
  const answered = body.map(([row = ""]) => [row, ...columns.map((column) => answer(row, column))]);
  expect(answered).toEqual(body);
}

const FREE = { said: ["hola", "fin", "ya", "pausa", "humano", "xyz", "stop", "agente", "cancelar", "alta"] };

describe("what a text means", () => {
  it("by what the session waits for", () => {
    const table = `
      session  | hola            | fin             | ya             | pausa            | humano        | xyz               | stop      | agente     | cancelar          | alta
      none     | start plain     | start ends      | start too      | start pauses     | start own     | start default     | word stop | word agent | start default     | start default
      ended    | start plain     | start ends      | start too      | start pauses     | start own     | start default     | word stop | word agent | start default     | start default
      failed   | start plain     | start ends      | start too      | start pauses     | start own     | start default     | word stop | word agent | start default     | start default
      running  | resume          | end, start ends | end, start too | end, start pauses| end, start own| resume            | resume    | resume     | resume            | resume
      message  | resume          | end, start ends | end, start too | pause for pauses | pause for own | resume            | resume    | resume     | resume            | resume
      delivery | resume          | end, start ends | end, start too | pause for pauses | pause for own | resume            | resume    | resume     | resume            | resume
      task     | resume          | end, start ends | end, start too | pause for pauses | pause for own | resume            | resume    | resume     | resume            | resume
      agent    | resume          | end, start ends | end, start too | pause for pauses | pause for own | resume            | resume    | resume     | resume            | resume
      timer    | pause for plain | end, start ends | end, start too | pause for pauses | pause for own | pause for default | resume    | resume     | resume            | resume
      webhook  | pause for plain | end, start ends | end, start too | pause for pauses | pause for own | pause for default | resume    | resume     | resume            | resume`;
    const [head = []] = rows(table);
    expect(head.slice(1)).toEqual(FREE.said);
    expect(
      rows(table)
        .slice(1)
        .map(([row]) => row)
        .sort(),
    ).toEqual(Object.keys(SESSIONS).sort());
    checkTable(table, (row, column) => said(SESSIONS[row] ?? null, text(column)));
  });

  it("to who has opted out: only “start”, and what a session that still lives hears", () => {
    checkTable(
      `
      session | hola      | fin             | xyz       | stop      | agente    | alta
      none    | opted-out | opted-out       | opted-out | opted-out | opted-out | word start
      message | resume    | end, start ends | resume    | resume    | resume    | resume`,
      (row, column) => said(SESSIONS[row] ?? null, text(column), { optedOut: true }),
    );
  });

  it("nothing, while a person has the conversation", () => {
    for (const session of Object.values(SESSIONS)) {
      for (const content of [...FREE.said.map(text), tap("promo"), tap("opt-0", "s1"), unknown, heart])
        expect(said(session, content, { mode: "Human" })).toBe("human");
    }
  });
});

const CONTENTS: Record<string, InboundContent> = {
  "own tap": tap("opt-0", "s1"),
  "own promo": tap("promo", "s1"),
  "nameless tap": tap("opt-0"),
  "nameless promo": tap("promo"),
  unknown,
  heart,
};

describe("what else than a text means", () => {
  it("by what the session waits for", () => {
    checkTable(
      `
      session | own tap | own promo | nameless tap    | nameless promo  | unknown           | heart
      message | resume  | resume    | resume          | resume          | resume            | reaction
      task    | resume  | resume    | resume          | resume          | resume            | reaction
      timer   | resume  | resume    | pause for plain | pause for promo | pause for default | reaction
      webhook | resume  | resume    | pause for plain | pause for promo | pause for default | reaction
      agent   | resume  | resume    | resume          | resume          | resume            | reaction`,
      (row, column) => said(SESSIONS[row] ?? null, CONTENTS[column] ?? heart),
    );
    checkTable(
      `
      session | nameless tap | nameless promo | unknown       | heart
      none    | start plain  | start promo    | start default | reaction`,
      (_, column) => said(null, CONTENTS[column] ?? heart),
    );
  });
});

describe("what a tap of an ended session means", () => {
  const policies: Record<string, OldTapFlow | null> = {
    restart: menu("restart"),
    ignore: menu("ignore"),
    reply: menu("reply"),
    gone: null,
  };
  it("by the policy of its flow, whatever lives now", () => {
    checkTable(
      `
      policy  | none        | message         | timer           | agent           | opted out
      restart | start menu  | end, start menu | end, start menu | end, start menu | opted-out
      ignore  | old-tap     | old-tap         | old-tap         | old-tap         | opted-out
      reply   | reply       | reply           | reply           | reply           | opted-out
      gone    | start plain | old-tap         | old-tap         | old-tap         | opted-out`,
      (row, column) =>
        said(SESSIONS[column] ?? null, tap("opt-0", "s0"), {
          oldTapFlow: policies[row] ?? null,
          optedOut: column === "opted out",
        }),
    );
  });
  it("starts the flow of its payload before any policy", () => {
    checkTable(
      `
      policy  | none        | message          | timer
      restart | start promo | end, start promo | end, start promo
      ignore  | start promo | end, start promo | end, start promo
      gone    | start promo | end, start promo | end, start promo`,
      (row, column) =>
        said(SESSIONS[column] ?? null, tap("promo", "s0"), { oldTapFlow: policies[row] ?? null }),
    );
  });
});

describe("what an event means", () => {
  const event = (tag: string): TriggerEvent => ({ type: "tag-added", tag });
  it("by what the session waits for", () => {
    const table = `
      session  | lead          | gone                | vip                   | unheard
      none     | start tag     | start tag-ends      | start tag-pauses      | no-trigger
      ended    | start tag     | start tag-ends      | start tag-pauses      | no-trigger
      failed   | start tag     | start tag-ends      | start tag-pauses      | no-trigger
      running  | busy          | end, start tag-ends | end, start tag-pauses | no-trigger
      message  | busy          | end, start tag-ends | pause for tag-pauses  | no-trigger
      delivery | busy          | end, start tag-ends | pause for tag-pauses  | no-trigger
      task     | busy          | end, start tag-ends | pause for tag-pauses  | no-trigger
      agent    | busy          | end, start tag-ends | pause for tag-pauses  | no-trigger
      timer    | pause for tag | end, start tag-ends | pause for tag-pauses  | no-trigger
      webhook  | pause for tag | end, start tag-ends | pause for tag-pauses  | no-trigger`;
    expect(
      rows(table)
        .slice(1)
        .map(([row]) => row)
        .sort(),
    ).toEqual(Object.keys(SESSIONS).sort());
    checkTable(table, (row, column) => happened(SESSIONS[row] ?? null, event(column)));
  });
  it("nothing to who has opted out, and while a person has the conversation", () => {
    for (const session of Object.values(SESSIONS)) {
      for (const tag of ["lead", "gone", "vip", "unheard"]) {
        expect(happened(session, event(tag), { optedOut: true })).toBe("opted-out");
        expect(happened(session, event(tag), { mode: "Human" })).toBe("human");
      }
    }
  });
});
