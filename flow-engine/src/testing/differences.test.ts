import { expect, it } from "vitest";
import { differences } from "./differences.ts";

it.each<[unknown, unknown, string[]]>([
  [{ a: 1 }, { a: 1, b: 2 }, []],
  [{ a: { b: [1] } }, { a: { b: [2] } }, ["a.b[0]: expected 1", "             got 2"]],
  [[{ id: 1 }], [{ id: 1, title: "x" }], []],
  [[1], [1, 2], ["expected [1]", "     got [1,2]"]],
  [["a"], "a", ['expected ["a"]', '     got "a"']],
  [{ a: 1 }, undefined, ['expected {"a":1}', "     got nothing"]],
])("from %j to %j: %j", (expected, actual, lines) => expect(differences(expected, actual)).toEqual(lines));
