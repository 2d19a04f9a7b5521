import { expect, test } from "vitest";
import { compile } from "../flow/compile.ts";
import { createSession } from "../session/create-session.ts";
import { makeFlow } from "../testing/make-flow.ts";
import { assignMessage, createEnvironment } from "./environment.ts";
import { WORLD } from "./play.fixture.ts";

const NOW = Date.parse("2026-11-24T12:00:00.000Z");
const program = compile(makeFlow({ nodes: { t: ["text", { text: "x" }] }, edges: ["start > t"] }), "v1");

test.each([
  ["2026-11-24T12:00:00.001Z", true],
  ["2026-11-24T12:00:00.000Z", false],
  [null, false],
  [undefined, true],
] as const)("with a window until %s, channel.windowOpen is %s", (windowExpiresAt, open) => {
  const channel = { id: "c", platform: "whatsapp" as const, name: "Shop" };
  const ctx = {
    ...WORLD,
    programs: () => undefined,
    now: NOW,
    channel: windowExpiresAt === undefined ? channel : { ...channel, windowExpiresAt },
  };
  expect(createEnvironment(createSession(program, "s1"), ctx, "es").channel).toMatchObject({
    windowOpen: open,
  });
});

test("a field or a part of a message that is called __proto__ is a name like others, and no prototype", () => {
  const odd = JSON.parse('{"__proto__":{"name":"Mallory"}}');
  const ctx = { ...WORLD, programs: () => undefined, now: NOW, contact: { ...WORLD.contact, fields: odd } };
  const env = createEnvironment(createSession(program, "s1"), ctx, "es");
  const content = JSON.parse('{"type":"text","text":"hola","__proto__":{"polluted":true}}');
  assignMessage(env, { id: "m1", content });
  for (const read of [env.contact, env.message]) expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  expect(env.contact).toMatchObject({ name: WORLD.contact.name });
});
