import { expect, test } from "vitest";
import { compile } from "../flow/compile.ts";
import { createSession } from "../session/create-session.ts";
import { makeFlow } from "../testing/make-flow.ts";
import { createEnvironment } from "./environment.ts";
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
