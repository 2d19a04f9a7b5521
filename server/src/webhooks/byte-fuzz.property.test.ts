/**
 * Fault 65 and figure 5: a hundred thousand bodies, made of Meta's own by changing bytes, go the whole way that a signed
 * delivery goes before it is stored. None throws, and whatever is kept is what PostgreSQL can keep.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { ChannelSnapshot } from "../channels/directory.ts";
import { adaptersForObject } from "../channels/registry.ts";
import { parseJson } from "./parse-json.ts";
import { routeEvents } from "./route-events.ts";

const BODIES = 100_000;

const fixtures = ["whatsapp", "meta-messaging"].flatMap((folder) => {
  const dir = fileURLToPath(new URL(`../channels/${folder}/fixtures/`, import.meta.url));
  return readdirSync(dir).map((name) => {
    const { body } = JSON.parse(readFileSync(dir + name, "utf8"));
    return Buffer.from(JSON.stringify(body));
  });
});

/** Bytes that break text and JSON: BOM, NUL, lone surrogate, overlong, beyond Unicode, escapes, structure. */
const NASTY = [
  [0xef, 0xbb, 0xbf],
  [0x00],
  [0xed, 0xa0, 0x80],
  [0xc0, 0xaf],
  [0xf4, 0x90, 0x80, 0x80],
  [0xff],
  [...Buffer.from("\\ud800")],
  [...Buffer.from("\\u0000")],
  [...Buffer.from("1e400")],
  [...Buffer.from("-0")],
  [...Buffer.from("99999999999999999999")],
  [...Buffer.from("null")],
  [...Buffer.from("[]")],
  [...Buffer.from("{}")],
  [...Buffer.from('"__proto__":{"polluted":1},')],
  [...Buffer.from('"')],
  [...Buffer.from("\\")],
].map((bytes) => Buffer.from(bytes));

/** Numbers from a seed, the same on each run. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Below = ReturnType<typeof chance>;
const pick = <T>(list: readonly T[], below: Below): T => list[below(list.length)] as T;

/** One to four changes: a byte flipped, a nasty piece put in or over, a stretch left out, doubled or brought from another body. */
function mutated(below: Below): Buffer {
  let body = Buffer.from(pick(fixtures, below));
  for (let changes = 1 + below(4); changes > 0; changes--) {
    const at = below(body.length + 1);
    const to = Math.min(body.length, at + below(24));
    const other = pick(fixtures, below);
    const from = below(other.length);
    const middle = pick(
      [
        pick(NASTY, below),
        Buffer.from([below(256)]),
        Buffer.alloc(0),
        Buffer.concat([body.subarray(at, to), body.subarray(at, to)]),
        other.subarray(from, from + below(60)),
      ],
      below,
    );
    body = Buffer.concat([body.subarray(0, at), middle, body.subarray(below(2) === 0 ? at : to)]);
  }
  return body;
}

const snapshot: ChannelSnapshot = {
  all: [],
  byPlatformId: () => undefined,
  byAccountId: () => [],
  firstWorkspaceId: "0190a000-0000-7000-8000-000000000001",
};

test(`fault 65: ${BODIES} changed bodies are read or refused, none by an exception`, () => {
  const below = chance(65);
  const now = new Date("2026-11-28T12:00:00Z");
  const seen = { refused: 0, read: 0, events: 0 };
  for (let n = 0; n < BODIES; n++) {
    const body = mutated(below);
    try {
      const parsed = parseJson(body);
      if (!parsed.ok) {
        seen.refused += 1;
        continue;
      }
      seen.read += 1;
      for (const object of ["whatsapp_business_account", "page", "instagram"]) {
        const { logs } = routeEvents(
          adaptersForObject(object),
          { body, value: parsed.value, signer: "s", appSecrets: ["s"], receivedAt: now, startedAt: 0 },
          snapshot,
        );
        for (const event of logs.flatMap((log) => log.events)) {
          seen.events += 1;
          JSON.parse(event.payload);
          expect(event.providerKey.length).toBe(32);
        }
      }
    } catch (error) {
      throw new Error(`body ${n} of seed 65: ${body.toString("base64")}`, { cause: error });
    }
  }
  expect(Reflect.get({}, "polluted")).toBeUndefined();
  // Neither side of the fuzz is idle.
  expect(Math.min(seen.refused, seen.read)).toBeGreaterThan(BODIES / 20);
  expect(seen.events).toBeGreaterThan(BODIES / 20);
});
