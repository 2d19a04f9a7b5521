/** Rows of an uploaded table, judged. */
import { describe, expect, it } from "vitest";
import type { ImportMapping } from "../contract/contact-imports.ts";
import { guessColumns } from "./guess-columns.ts";
import { judgeRow } from "./judge-row.ts";

const MAPPING: ImportMapping = {
  columns: [
    { to: "phone" },
    { to: "name" },
    { to: "email" },
    { to: "language" },
    { to: "tags" },
    { to: "field", field: "city" },
    { to: "nothing" },
  ],
  callingCode: "57",
  tags: ["fair"],
  consent: { type: "nothing-said" },
};
const judge = (cells: string[], more: Partial<ImportMapping> = {}, seen = new Set<string>()) =>
  judgeRow(cells, { ...MAPPING, ...more }, seen);

describe("a row that can be used", () => {
  it("is a person with what its cells say, and nothing of empty ones", () => {
    const cells = ["300 111 2233", " Ana ", "ana@b.co", "es_MX", "vip; fair", "'=Cali", "ignored"];
    expect(judge(cells)).toEqual({
      person: {
        phone: "+573001112233",
        otherPhone: null,
        name: "Ana",
        email: "ana@b.co",
        language: "es-MX",
        tags: ["fair", "vip"],
        fields: { city: "=Cali" },
        optOut: false,
        topic: null,
      },
    });
    expect(judge(["+34600000001"])).toMatchObject({ person: { name: null, tags: ["fair"], fields: {} } });
  });

  it.each([
    ["3001112233", "57", "+573001112233"],
    ["573001112233", "57", "+573001112233"],
    ["+34 600 00 00 01", "57", "+34600000001"],
    ["0034600000001", "57", "+34600000001"],
    ["34600000001", null, "+34600000001"],
    ["'+34600000001", null, "+34600000001"],
    ["(11) 98765-4321", "55", "+5511987654321"],
    ["+52 1 55 1234 5678", null, "+525512345678"],
  ])("%s with the calling code %s is %s", (text, callingCode, phone) => {
    expect(judge([text], { callingCode })).toMatchObject({ person: { phone } });
  });
});

describe("a row that is refused says why", () => {
  it.each<[string, string[], string, number | null]>([
    ["no phone number", ["", "Ana"], "no-phone", 0],
    ["no number at all", ["call me"], "bad-phone", 0],
    ["a number that a spreadsheet spoiled", ["5.73E+11"], "bad-phone", 0],
    ["a number that is too short", ["12345"], "bad-phone", 0],
    ["a name that is too long", ["3001112233", "x".repeat(121)], "too-long", 1],
    ["no e-mail address", ["3001112233", "", "ana@"], "bad-email", 2],
    ["no language", ["3001112233", "", "", "Spanish please"], "bad-language", 3],
    ["a tag that is too long", ["3001112233", "", "", "", "x".repeat(61)], "too-long", 4],
    ["a field that is too long", ["3001112233", "", "", "", "", "x".repeat(2_001)], "too-long", 5],
    ["more cells than columns", ["3001112233", "", "", "", "", "", "", "more"], "too-many-cells", null],
  ])("%s", (_why, cells, reason, about) => {
    expect(judge(cells)).toMatchObject({ reason, about });
  });

  it("the same number twice, however it is written", () => {
    const seen = new Set<string>();
    expect(judge(["3001112233"], {}, seen)).toHaveProperty("person");
    expect(judge(["+57 300 111 22 33"], {}, seen)).toEqual({
      reason: "doubled",
      about: 0,
      phone: "+573001112233",
    });
  });

  it("one that was refused does not stand in the way of a better one with the same number", () => {
    const seen = new Set<string>();
    expect(judge(["3001112233", "", "ana@"], {}, seen)).toHaveProperty("reason");
    expect(judge(["3001112233", "", "ana@b.co"], {}, seen)).toHaveProperty("person");
  });
});

describe("consent", () => {
  const consent = { type: "column", column: 6, topic: "offers" } as const;
  const said = (answer: string) => judge(["3001112233", "", "", "", "", "", answer], { consent });
  it("of a column is yes, no, nothing or unclear", () => {
    for (const yes of ["yes", "Sí", "SIM", "1", "x"])
      expect([yes, said(yes)]).toMatchObject([yes, { person: { topic: "offers", optOut: false } }]);
    for (const no of ["No", "não", "0", "false"])
      expect([no, said(no)]).toMatchObject([no, { person: { topic: null, optOut: true } }]);
    expect(said("")).toMatchObject({ person: { topic: null, optOut: false } });
    expect(said("maybe")).toMatchObject({ reason: "unclear-consent", about: 6 });
  });
  it("of all is what the one who imports them says", () => {
    expect(judge(["3001112233"], { consent: { type: "all-agreed", topic: "news" } })).toMatchObject({
      person: { topic: "news", optOut: false },
    });
  });
});

it("columns are guessed by their headers, each thing once, the rest as fields", () => {
  expect(
    guessColumns([
      "Teléfono",
      "Nombre",
      "E-mail",
      "Correo electrónico",
      "City",
      "city",
      "",
      "opted_out",
      "fields.name",
    ]),
  ).toEqual([
    { to: "phone" },
    { to: "name" },
    { to: "email" },
    { to: "field", field: "Correo electrónico" },
    { to: "field", field: "City" },
    { to: "field", field: "city" },
    { to: "nothing" },
    { to: "nothing" },
    { to: "field", field: "name" },
  ]);
  expect(guessColumns(["name", "phone", "email", "language", "tags"]).map(({ to }) => to)).toEqual([
    "name",
    "phone",
    "email",
    "language",
    "tags",
  ]);
});
