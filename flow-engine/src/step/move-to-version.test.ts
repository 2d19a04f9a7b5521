/** A session goes on in a new version of its flow where it can, and stays where it can't. */
import { describe, expect, it } from "vitest";
import { compile } from "../flow/compile.ts";
import { parseFlow } from "../flow/parse.ts";
import type { Program } from "../flow/program.ts";
import { createSession } from "../session/create-session.ts";
import { step } from "./step.ts";

function version(id: string, nodes: object[], edges: object[]): Program {
  const parsed = parseFlow({ format: "hilo.flow/1", name: "F", nodes, edges });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return compile(parsed.flow, id);
}
const ask = { id: "n1", type: "ask", data: { text: "Your name?", kind: "text", saveAs: "name" } };
const text = (words: string) => ({ id: "n2", type: "text", data: { text: words } });
const EDGES = [
  { id: "e0", source: "start", target: "n1" },
  { id: "e1", source: "n1", target: "n2" },
];
const old = version("v1", [ask, text("Old {{ name }}")], EDGES);
const changed = version("v2", [ask, text("New {{ name }}")], EDGES);
const without = version("v3", [text("New")], [{ id: "e0", source: "start", target: "n2" }]);
const retyped = version("v4", [{ id: "n1", type: "text", data: { text: "?" } }, text("New")], EDGES);
const programs = new Map([old, changed, without, retyped].map((program) => [program.id, program]));
const ctx = {
  now: 0,
  timeZone: "UTC",
  contact: {
    id: "c",
    name: null,
    phone: null,
    email: null,
    language: null,
    timeZone: null,
    tags: [],
    fields: {},
  },
  channel: { id: "ch", platform: "whatsapp" as const, name: "WA" },
  programs: (ref: string) => programs.get(ref),
  said: [],
};

function waiting() {
  return step(old, createSession(old, "s"), { type: "start", cause: { kind: "manual" } }, ctx).session;
}
const move = (to: string) => step(old, waiting(), { type: "move", from: "v1", program: to }, ctx);
const say = (program: Program, session: ReturnType<typeof waiting>) =>
  step(
    program,
    session,
    { type: "message", message: { id: "m", content: { type: "text", text: "Ana" } } },
    ctx,
  );

describe("moving to another version", () => {
  it("waits on for the same answer, and goes on as the new version says", () => {
    const moved = move("v2");
    expect(moved.trace).toEqual([{ type: "version-changed", nodeId: "n1", from: "v1", to: "v2" }]);
    expect(moved.effects).toEqual([]);
    expect(moved.session.wait).toEqual(waiting().wait);
    const said = say(changed, moved.session).effects.flatMap((effect) =>
      effect.type === "send-message" && effect.content.type === "text" ? [effect.content.text] : [],
    );
    expect(said).toEqual(["New Ana"]);
  });
  it.each([
    ["the step is gone", "v3", "step-gone"],
    ["the step is of another type", "v4", "step-gone"],
    ["there is no such version", "v9", "flow-missing"],
  ])("stays when %s", (_, to, reason) => {
    const stayed = move(to);
    expect(stayed.trace).toEqual([{ type: "input-ignored", reason }]);
    expect(stayed.session.frames).toEqual(waiting().frames);
    expect(say(old, stayed.session).session.status).toBe("Completed");
  });
  it("stays when it went on in another flow", () => {
    const elsewhere = { ...waiting(), frames: [{ program: "v2", nodeId: "n1" }] };
    const { trace } = step(old, elsewhere, { type: "move", from: "v1", program: "v3" }, ctx);
    expect(trace).toEqual([{ type: "input-ignored", reason: "not-in-flow" }]);
  });
});
