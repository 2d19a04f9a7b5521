/** What each operation makes of a value, by examples. */
import { describe, expect, test } from "vitest";
import { type Assignment, assignedValue, type Given } from "./assign.ts";
import { SET_OPERATIONS } from "./schema.ts";

const MADRID = { now: Date.parse("2026-03-28T09:00:00Z"), timeZone: "Europe/Madrid" };

type Rest = Partial<Pick<Given, "whole" | "atPath" | "clock">> & { as?: Assignment["as"] };
type Row = [operation: Assignment["operation"], current: unknown, text: string, result: unknown, rest?: Rest];

const fails = (error: string) => ({ error });

const VALUES: Row[] = [
  ["set", 1, "Hola", "Hola"],
  ["set", 1, "", ""],
  ["set", 1, "1.234,5", 1234.5, { as: "number" }],
  ["set", 1, "many", fails("not-a-number"), { as: "number" }],
  ["set", 1, "claro", true, { as: "boolean" }],
  ["set", 1, "perhaps", fails("not-a-boolean"), { as: "boolean" }],
  ["set", 1, '{"a":[1]}', { a: [1] }, { as: "json" }],
  ["set", 1, "{", fails("not-json"), { as: "json" }],
  ["set", 1, "31/12/2026", "2026-12-31", { as: "date" }],
  ["set", 1, "2026-12-31", "2026-12-31", { as: "date" }],
  ["set", 1, "mañana", "2026-03-29", { as: "date" }],
  // Half past eleven at night in UTC is the next day in Madrid.
  ["set", 1, "2026-12-31T23:30:00Z", "2027-01-01", { as: "date" }],
  ["set", 1, "30/02/2026", fails("not-a-date"), { as: "date" }],
  ["set", 1, "some day", fails("not-a-date"), { as: "date" }],
  ["set", 1, "pan, leche ,, huevos\n sal", ["pan", "leche", "huevos", "sal"], { as: "list" }],
  ["set", 1, "", [], { as: "list" }],
  ["set", 1, "Pérez, Ana, Luz", ["Pérez, Ana", "Luz"], { as: "list", whole: ["Pérez, Ana", "Luz"] }],
  ["set", 1, '{"a":1}', fails("not-a-list"), { as: "list", whole: { a: 1 } }],
  ["clear", "x", "", null],

  ["pick", 1, "a.b", "found", { atPath: "found" }],
  ["pick", 1, "a.b", null, { atPath: null }],
  ["pick", 1, "a.b", fails("path-missing"), { atPath: undefined }],

  ["lowercase", "ÁNGEL", "", "ángel"],
  ["lowercase", "old", "NEW", "new"],
  ["uppercase", "straße 5", "", "STRASSE 5"],
  ["title-case", "JUAN maría de la O'Donnell-pérez", "", "Juan María De La O'Donnell-Pérez"],
  ["title-case", "  élan vital ", "", "  Élan Vital "],
  ["trim", "  a b \n", "", "a b"],
  ["trim", 12, "", "12"],
  ["uppercase", undefined, "", fails("not-a-text")],
  ["lowercase", ["A"], "", fails("not-a-text")],
];

const NUMBERS: Row[] = [
  ["add", 0.1, "0.2", 0.3],
  ["add", undefined, "5", 5],
  ["add", "", "5", 5],
  ["add", "1.234,5", "1", 1235.5],
  ["add", 1e308, "1e308", fails("number-too-large")],
  ["add", [1], "1", fails("not-a-number")],
  ["subtract", null, "2", -2],
  ["subtract", 5, "five", fails("not-a-number")],
  ["multiply", 0.7, "3", 2.1],
  ["multiply", -1, "0", 0],
  ["divide", 1, "3", 0.333333333333333],
  ["divide", 1, "0", fails("division-by-zero")],
  ["modulo", 17, "5", 2],
  ["modulo", -1, "7", 6],
  ["modulo", 5.5, "2", 1.5],
  ["modulo", undefined, "7", 0],
  ["modulo", 5, "0", fails("division-by-zero")],
  ["modulo", "x", "5", fails("not-a-number")],
  ["round", 2.5, "", 3],
  ["round", -2.5, "0", -3],
  ["round", 1.005, "2", 1.01],
  ["round", "1.234,567", "1", 1234.6],
  ["round", 1250, "-2", 1300],
  ["round", 4, "-1", 0],
  ["round", -0.4, "", 0],
  ["round", 1e300, "2", 1e300],
  ["round", 5e-324, "10", 0],
  ["round", undefined, "2", fails("not-a-number")],
  ["round", "hola", "2", fails("not-a-number")],
  ["round", 1.5, "two", fails("not-digits")],
  ["round", 1.5, "1.5", fails("not-digits")],
  ["round", 1.5, "11", fails("not-digits")],
];

const LISTS: Row[] = [
  ["append", ["a"], "b", ["a", "b"]],
  ["append", undefined, "1", [1], { as: "number" }],
  ["append", "hola", " mundo", "hola mundo"],
  ["append", ["a"], "b, c", ["a", "b", "c"], { as: "list" }],
  ["append", ["a"], '["b"]', ["a", ["b"]], { as: "json" }],
  ["append", ["a"], "x", fails("not-a-number"), { as: "number" }],
  ["prepend", ["a"], "b", ["b", "a"]],
  ["prepend", null, "b", ["b"]],
  ["prepend", "mundo", "hola ", "hola mundo"],
  ["prepend", 5, "n.", "n.5"],
  ["prepend", ["c"], "a, b", ["a", "b", "c"], { as: "list" }],
  ["prepend", ["c"], "{", fails("not-json"), { as: "json" }],
  ["remove", ["Ventas", "Ayuda", "ventas"], "VENTAS", ["Ayuda"]],
  ["remove", [1, 2, "2,0"], "2", [1], { as: "number" }],
  ["remove", [{ b: 1, a: 2 }, { a: 1 }], '{"a":2,"b":1}', [{ a: 1 }], { as: "json" }],
  ["remove", ["a", "b", "c"], "a, c", ["b"], { as: "list" }],
  ["remove", ["a"], "z", ["a"]],
  ["remove", undefined, "a", fails("not-a-list")],
  ["remove", "abc", "a", fails("not-a-list")],
  ["count", 9, "items", 2, { atPath: ["a", "b"] }],
  ["count", 9, "order", 1, { atPath: { a: 1 } }],
  ["count", 9, "nothing", 0, { atPath: undefined }],
  ["count", 9, "name", fails("not-a-list"), { atPath: "Ana" }],
  ["count", 9, "n", fails("not-a-list"), { atPath: 5 }],
  ["merge", { a: 1, b: 1 }, '{"b":2,"c":3}', { a: 1, b: 2, c: 3 }],
  ["merge", undefined, '{"a":1}', { a: 1 }],
  ["merge", "text", '{"a":1}', fails("not-an-object")],
  ["merge", { a: 1 }, "[1]", fails("not-an-object")],
  ["merge", { a: 1 }, "null", fails("not-an-object")],
  ["merge", { a: 1 }, "a=1", fails("not-json")],
];

const NEW_YORK = { now: Date.parse("2026-03-07T15:00:00Z"), timeZone: "America/New_York" };
const LORD_HOWE = { now: 0, timeZone: "Australia/Lord_Howe" };
const TIMES: Row[] = [
  ["add-time", "2026-01-31", "1 month", "2026-02-28"],
  ["add-time", "2026-03-28", "2 days", "2026-03-30"],
  ["add-time", "2026-03-28", "-1 year", "2025-03-28"],
  ["add-time", "2026-03-28", "36 hours", "2026-03-29"],
  ["add-time", "2026-03-28", "3 hours", "2026-03-28"],
  // Clocks go forward in the night to 29 March: the same time of day, at another offset.
  ["add-time", "2026-03-28T10:00", "1 day", "2026-03-29T10:00:00+02:00"],
  ["add-time", "2026-03-28T10:00", "24 hours", "2026-03-29T11:00:00+02:00"],
  ["add-time", "2026-03-28T09:00:00Z", "1 day", "2026-03-29T10:00:00+02:00"],
  ["add-time", "2026-03-28T02:30", "1 day", "2026-03-29T03:30:00+02:00"],
  ["add-time", "2026-10-24T02:30", "1 day", "2026-10-25T02:30:00+02:00"],
  ["add-time", "2026-10-25T02:30", "1 hour", "2026-10-25T02:30:00+01:00"],
  ["add-time", "2026-03-31T10:00:00.750", "-1 month", "2026-02-28T10:00:00+01:00"],
  ["add-time", "2026-03-07T10:00", "1d 1h", "2026-03-08T11:00:00-04:00", { clock: NEW_YORK }],
  ["add-time", "2026-10-03T12:00", "1 day", "2026-10-04T12:00:00+11:00", { clock: LORD_HOWE }],
  ["add-time", "2026-10-03T12:00", "24h", "2026-10-04T12:30:00+11:00", { clock: LORD_HOWE }],
  // Nothing counts from now.
  ["add-time", undefined, "1 day", "2026-03-29T10:00:00+02:00"],
  ["add-time", "", "-1 hour", "2026-03-28T09:00:00+01:00"],
  ["add-time", "2026-02-30", "1 day", fails("not-a-date")],
  ["add-time", "mañana", "1 day", fails("not-a-date")],
  ["add-time", 5, "1 day", fails("not-a-date")],
  ["add-time", "2026-01-01", "soon", fails("not-a-duration")],
  ["add-time", "2026-01-01", "", fails("not-a-duration")],
  ["add-time", "2026-01-01", "9999 years", fails("date-too-far")],
  ["add-time", "2026-01-01", "9999999 years", fails("date-too-far")],
  ["add-time", "2026-01-01T00:00", "-3000 years", fails("date-too-far")],
];

const ROWS = [...VALUES, ...NUMBERS, ...LISTS, ...TIMES];

describe("an assignment", () => {
  test.each(ROWS)("%s over %j with %j gives %j", (operation, current, text, result, rest = {}) => {
    const { as = "text", atPath, clock = MADRID, ...more } = rest;
    const isFailure = typeof result === "object" && result !== null && "error" in result;
    const assigned = assignedValue({ operation, as }, { current, text, atPath, clock, ...more });
    expect(assigned).toEqual(isFailure ? result : { value: result });
  });

  test("has an example of each operation", () => {
    const shown = new Set(ROWS.map(([operation]) => operation));
    expect(SET_OPERATIONS.filter((operation) => !shown.has(operation))).toEqual([]);
  });
});
