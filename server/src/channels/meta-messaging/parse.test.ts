/** Each fixture is a webhook body of Messenger or Instagram and the events it means. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
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

test("every payload is one that the inbox accepts", () => {
  const events = fixtures.flatMap(({ body }) => parse(body, NOW)).filter((event) => "payload" in event);
  const { identity: _, ...kinds } = PAYLOAD_SCHEMAS;
  expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)));
  for (const { kind, payload } of events) expect(PAYLOAD_SCHEMAS[kind].parse(payload)).toEqual(payload);
});

test("the same delivery has the same keys, so that a repeat is known", () => {
  const keys = (body: unknown) =>
    parse(body, NOW).map((event) => ("providerKey" in event ? event.providerKey : null));
  for (const { body } of fixtures) expect(keys(structuredClone(body))).toEqual(keys(body));
});

test("anything at all is read without an exception, and no id has control characters", () => {
  const parts = fixtures.flatMap(({ body }) => pathsOf(body).map((path) => ({ body, path })));
  const replaced = fc
    .tuple(fc.constantFrom(...parts), fc.oneof(fc.jsonValue(), fc.string({ unit: "binary" })))
    .map(([{ body, path }, value]) => withPart(body, path, value));
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), replaced), (body) => {
      for (const event of parse(body, NOW)) {
        for (const key of ["externalId", "platformMessageId"])
          if (key in event) expect(Reflect.get(event, key)).toMatch(/^[\x21-\x7e]+$/);
      }
    }),
    { numRuns: 2_000 },
  );
});

function pathsOf(value: unknown): string[][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [
    [key],
    ...pathsOf(child).map((path) => [key, ...path]),
  ]);
}

function withPart(value: unknown, [key, ...rest]: string[], part: unknown): unknown {
  if (key === undefined) return part;
  const copy: object = Array.isArray(value) ? [...value] : { ...Object(value) };
  Reflect.set(copy, key, withPart(Reflect.get(copy, key), rest, part));
  return copy;
}
