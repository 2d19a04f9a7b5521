/** What each operator means, by examples. */
import { expect, test } from "vitest";
import { createEnvironment, readPath } from "../step/environment.ts";
import { compileRule, type Facts, holds, OPERATORS, type Operator } from "./conditions.ts";
import { PatternSyntaxError } from "./patterns.ts";
import { renderTemplate, TemplateSyntaxError } from "./templates.ts";

function factsWith(x: unknown, tags: string[] = []): Facts {
  const env = createEnvironment(
    { format: 1, id: "s", status: "Active", seq: 0, frames: [], vars: { x, y: "Hola" }, wait: null },
    {
      now: Date.parse("2026-03-02T09:00:00Z"),
      timeZone: "Europe/Madrid",
      contact: { id: "c", name: "Ana", phone: null, language: "es", timeZone: null, tags, fields: {} },
      channel: { id: "ch", platform: "simulator", name: "S" },
      programs: () => undefined,
    },
    "es",
  );
  return {
    read: (path) => readPath(env, path),
    render: (template) => renderTemplate(template, env),
    timeZone: "Europe/Madrid",
  };
}

const check = (x: unknown, operator: Operator, right = "", tags?: string[]) =>
  holds(compileRule({ left: "x", operator, right }), factsWith(x, tags));

const TABLE: [unknown, Operator, string, boolean][] = [
  ["  HÓLA ", "equals", "hola", true],
  ["hola!", "equals", "hola", false],
  ["Hola", "equals", "{{ y }}", true],
  [18, "equals", "18,0", true],
  ["1.234,5", "equals", "1234.5", true],
  ["1.500", "equals", "1.5", true],
  [true, "equals", "sí", true],
  [false, "equals", "sí", false],
  [true, "equals", "maybe", false],
  ["2026-03-01", "equals", "2026-02-28T23:00:00Z", true],
  [undefined, "equals", "", true],
  [null, "equals", "0", false],
  ["a", "not-equals", "b", true],
  ["A", "not-equals", "á", false],
  [undefined, "not-equals", "a", true],

  ["Quiero una PIZZA margarita", "contains", "pizza", true],
  ["Quiero", "contains", "pizza", false],
  [["Ventas", "Soporte técnico"], "contains", "soporte tecnico", true],
  [["Ventas", "Soporte técnico"], "contains", "soporte", false],
  [[1, 2], "contains", "2.0", true],
  ["abc", "contains", "", false],
  ["abc", "contains", "\u0301", false],
  [undefined, "contains", "a", false],
  ["abc", "not-contains", "B", false],
  [[], "not-contains", "a", true],
  ["abc", "not-contains", "", true],

  ["Ángel García", "starts-with", "angel", true],
  ["Ángel García", "starts-with", "garcia", false],
  ["Ángel", "starts-with", "", false],
  ["Ángel García", "ends-with", "GARCIA", true],
  ["Ángel García", "ends-with", "angel", false],
  ["x", "ends-with", "", false],

  ["pedido 1234", "matches", "\\d{4}", true],
  ["pedido 1234", "matches", "^\\d{4}$", false],
  ["Ventas", "matches", "ventas", false],
  ["Ventas", "matches", "(?i)ventas", true],
  [undefined, "matches", "^$", true],
  ["{{ y }}", "matches", "\\{\\{ y", true],

  [19, "greater-than", "18", true],
  [18, "greater-than", "18", false],
  ["20", "greater-than", "9", true],
  ["abc", "greater-than", "9", false],
  [undefined, "greater-than", "-1", false],
  ["2026-03-02", "greater-than", "2026-03-01", true],
  ["2026-03-02T10:30", "greater-than", "{{ system.now }}", true],
  ["2026-03-02T09:30", "greater-than", "{{ system.now }}", false],
  [18, "at-least", "18", true],
  [17.9, "at-least", "18", false],
  [17, "less-than", "18", true],
  [18, "less-than", "18", false],
  ["", "less-than", "18", false],
  [18, "at-most", "18", true],
  ["2026-03-01", "at-most", "2026-03-01", true],
  [18.1, "at-most", "18", false],

  ["a", "is-set", "", true],
  [0, "is-set", "", true],
  [false, "is-set", "", true],
  [" ", "is-set", "", false],
  [undefined, "is-set", "", false],
  [null, "is-empty", "", true],
  [[], "is-empty", "", true],
  [{}, "is-empty", "", true],
  [[0], "is-empty", "", false],
  [0, "is-empty", "", false],

  [true, "is-true", "", true],
  ["Sí", "is-true", "", true],
  [1, "is-true", "", true],
  [2, "is-true", "", false],
  [undefined, "is-true", "", false],
  [false, "is-false", "", true],
  ["no", "is-false", "", true],
  [undefined, "is-false", "", false],
  ["maybe", "is-false", "", false],
];

test.each(TABLE)("%j %s %j is %s", (x, operator, right, expected) => {
  expect(check(x, operator, right)).toBe(expected);
});

test("tags are compared without case and accents, and the left value is not looked at", () => {
  expect(check("x", "has-tag", "vip", ["Lead", "VIP"])).toBe(true);
  expect(check("vip", "has-tag", "vip", [])).toBe(false);
  expect(check("x", "has-no-tag", "vip", ["vip2"])).toBe(true);
  expect(check("x", "has-no-tag", "vip", ["vip"])).toBe(false);
});

test("every operator has an example for each answer", () => {
  const missing = OPERATORS.filter((operator) => !operator.startsWith("has-")).filter(
    (operator) => new Set(TABLE.filter((row) => row[1] === operator).map((row) => row[3])).size < 2,
  );
  expect(missing).toEqual([]);
});

test("a bad pattern or template is refused when compiled", () => {
  expect(() => compileRule({ left: "x", operator: "matches", right: "(?=a)" })).toThrow(PatternSyntaxError);
  expect(() => compileRule({ left: "x", operator: "equals", right: "{{ x | nope }}" })).toThrow(
    TemplateSyntaxError,
  );
});

test("a pattern that hangs other engines answers at once", () => {
  const started = performance.now();
  expect(check(`${"a".repeat(5_000)}!`, "matches", "^(a+)+$")).toBe(false);
  expect(performance.now() - started).toBeLessThan(2_000);
});
