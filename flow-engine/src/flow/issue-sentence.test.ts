/** What is wrong with a part of a flow is said in words of ours, never in Zod's. */
import { expect, it } from "vitest";
import { z } from "zod";
import { NODE_SPECS } from "../nodes/index.ts";
import { issueSentence } from "./issue-sentence.ts";

const sentences = (schema: z.ZodType, input: unknown) =>
  (schema.safeParse(input).error?.issues ?? []).map((issue) => issueSentence(issue, input));

it.each<[string, z.ZodType, unknown]>([
  ["a text is wanted here, and a number was given.", z.string(), 7],
  ["a text is wanted here, and nothing was given.", z.string(), undefined],
  ["a list is wanted here, and an object was given.", z.array(z.string()), {}],
  ["an object is wanted here, and a list was given.", z.record(z.string(), z.string()), []],
  ["true or false is wanted here, and null was given.", z.boolean(), null],
  ["a whole number is wanted here, and a number with decimals was given.", z.number().int(), 1.5],
  ["another value is wanted here, and true or false was given.", z.union([z.string(), z.number()]), true],
  ["something has to be written here.", z.string().min(1), ""],
  ["at least 2 characters are wanted here.", z.string().min(2), "a"],
  ["at least one entry is wanted here.", z.array(z.string()).min(1), []],
  ["at least 2 entries are wanted here.", z.array(z.string()).min(2), []],
  ["the number must be at least 1.", z.number().min(1), 0],
  ["the number must be over 1.", z.number().gt(1), 1],
  ["at most 1 characters are taken here.", z.string().max(1), "ab"],
  ["one entry is taken here.", z.array(z.string()).max(1), ["a", "b"]],
  ["at most 2 entries are taken here.", z.array(z.string()).max(2), ["a", "b", "c"]],
  ["the number must be at most 1.", z.number().max(1), 2],
  ["the number must be under 1.", z.number().lt(1), 1],
  ["one of these is wanted here: a, b.", z.enum(["a", "b"]), "c"],
  ["one of these is wanted here, and nothing was given: a.", z.literal("a"), undefined],
  ["nothing called “a”, “b” belongs here.", z.strictObject({}), { a: 1, b: 2 }],
  ["a b: “a b” can't be a name here.", z.record(z.string().regex(/^\w$/), z.unknown()), { "a b": 1 }],
  ["write times like 09:00.", z.string().regex(/^\d\d:\d\d$/, "write times like 09:00"), "9"],
  ["what was given can't stand here.", z.string().regex(/^\d$/), "x"],
  ["what was given can't stand here.", z.number().multipleOf(2), 3],
  [
    "a.0.b: a text is wanted here, and a number was given.",
    z.object({ a: z.array(z.object({ b: z.string() })) }),
    { a: [{ b: 1 }] },
  ],
  [
    "type: one of these is wanted here: x, y.",
    z.discriminatedUnion("type", [z.object({ type: z.literal("x") }), z.object({ type: z.literal("y") })]),
    { type: "z" },
  ],
])("%s", (sentence, schema, input) => {
  expect(sentences(schema, input)).toEqual([sentence]);
});

it("is so for every type of node, whatever stands in its data", () => {
  const wrong = [7, -1.5, "", "x".repeat(70_000), null, true, [{}, 7], { type: "?" }];
  const said = NODE_SPECS.flatMap(({ schema }) => {
    const keys = Object.keys(
      z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }).properties ?? {},
    );
    return wrong.flatMap((value) => sentences(schema, Object.fromEntries(keys.map((key) => [key, value]))));
  });
  expect(said.length).toBeGreaterThan(500);
  expect(said.filter((sentence) => /: (Invalid|Too|Unrecognized|Expected)|undefined/.test(sentence))).toEqual(
    [],
  );
});
