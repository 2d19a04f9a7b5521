import { OPERATORS } from "@hilo/flow-engine";
import { expect, it } from "vitest";
import { OPERATOR_GROUPS, OPERATOR_WORDS } from "./operators.ts";

it("every comparison is offered once, in words of its own", () => {
  const offered = OPERATOR_GROUPS.flatMap(({ items }) => items.map(({ value }) => value));
  expect([...offered].sort()).toEqual([...OPERATORS].sort());
  expect(new Set(Object.values(OPERATOR_WORDS)).size).toBe(OPERATORS.length);
});
