import { expect, test } from "vitest";
import { mergePreview } from "./merge-preview.ts";

const nobody = {
  name: null,
  phone: null,
  email: null,
  language: null,
  tags: [],
  fields: {},
  identities: [],
  optedOutAt: null,
};

test("only what is not known yet is gained, and what both know stays the contact's own", () => {
  const contact = { ...nobody, name: "Ana", fields: { city: "Lima", plan: "gold" }, tags: ["vip"] };
  const other = {
    ...nobody,
    name: "Ana R.",
    email: "ana@b.co",
    fields: { city: "Cali", plan: "gold", size: 3 },
    tags: ["vip", "new"],
  };
  expect(mergePreview(contact, other)).toEqual({
    gained: [
      { of: "email", value: "ana@b.co" },
      { of: "size", value: 3 },
    ],
    dropped: [
      { of: "name", kept: "Ana", value: "Ana R." },
      { of: "city", kept: "Lima", value: "Cali" },
    ],
    tags: ["new"],
    identities: [],
    optsOut: false,
  });
});

test("a person who wants no messages stays that person", () => {
  const silent = { ...nobody, optedOutAt: "2026-05-01T10:00:00.000Z" };
  expect(mergePreview(nobody, silent).optsOut).toBe(true);
  expect(mergePreview(silent, silent).optsOut).toBe(false);
});

test("a field called like something every object has is gained too", () => {
  const { gained } = mergePreview(nobody, { ...nobody, fields: { constructor: "x" } });
  expect(gained).toEqual([{ of: "constructor", value: "x" }]);
});
