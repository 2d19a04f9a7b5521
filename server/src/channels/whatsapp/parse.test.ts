/** Each fixture is a webhook body and the events it means. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { PAYLOAD_SCHEMAS } from "../channel.ts";
import { parse } from "./parse.ts";

const NOW = new Date("2026-11-24T12:00:00.000Z");
const folder = new URL("./fixtures/", import.meta.url);
const fixtureSchema = z.object({ body: z.unknown(), events: z.array(z.unknown()) });
const fixtures = readdirSync(folder).map((file) => {
  const { body, events } = fixtureSchema.parse(JSON.parse(readFileSync(new URL(file, folder), "utf8")));
  return { file, name: file.replace(".json", ""), body, events };
});

/** As JSON has it: dates as text, nothing undefined. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** `UPDATE_GOLDEN=1` writes what is: read each change before you keep it. */
test.each(fixtures)("$name is read as its fixture says", ({ file, body, events }) => {
  const read = asJson(parse(body, NOW));
  if (process.env.UPDATE_GOLDEN) writeFileSync(new URL(file, folder), JSON.stringify({ body, events: read }));
  else expect(read).toEqual(events);
});

test("every payload is one that the inbox accepts, to the letter", () => {
  const events = fixtures.flatMap(({ body }) => parse(body, NOW)).filter((event) => "payload" in event);
  const { watermark: _, ...kinds } = PAYLOAD_SCHEMAS;
  expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)));
  for (const { kind, payload } of events) expect(PAYLOAD_SCHEMAS[kind].parse(payload)).toEqual(payload);
});

test("the same delivery has the same keys, so that a repeat is known", () => {
  const keys = (body: unknown) =>
    parse(body, NOW).map((event) => ("providerKey" in event ? event.providerKey : null));
  for (const { body } of fixtures) expect(keys(structuredClone(body))).toEqual(keys(body));
});

describe("bodies that nobody would send", () => {
  test("anything at all is read without an exception", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => Array.isArray(parse(body, NOW))),
      { numRuns: 500 },
    );
  });

  test("a fixture with any part replaced by anything is read without an exception, and ids stay storable", () => {
    const paths = fixtures.flatMap(({ body }) => pathsOf(body).map((path) => ({ body, path })));
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.oneof(fc.jsonValue(), fc.string({ unit: "binary" })),
        ({ body, path }, value) => {
          for (const event of parse(replaced(body, path, value), NOW)) {
            const ids = [
              "externalId" in event ? event.externalId : "x",
              "platformMessageId" in event ? event.platformMessageId : "x",
            ];
            // What goes into text columns has no control characters and no halves of characters.
            for (const id of ids) expect(id).toMatch(/^[\x21-\x7e]+$/);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

function pathsOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key]))];
}

function replaced(root: unknown, [key, ...rest]: (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(root))
    return root.map((item: unknown, i) => (String(i) === String(key) ? replaced(item, rest, value) : item));
  return { ...(root as object), [key]: replaced((root as Record<string, unknown>)[key], rest, value) };
}
