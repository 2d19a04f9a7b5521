import { expect, it } from "vitest";
import { confidence } from "./confidence.ts";

it.each([
  [{ entered: 1_000, converted: 100 }, { entered: 1_000, converted: 130 }, 0.9822],
  [{ entered: 1_000, converted: 130 }, { entered: 1_000, converted: 100 }, 0.0178],
  [{ entered: 200, converted: 20 }, { entered: 200, converted: 20 }, 0.5],
  [{ entered: 500, converted: 0 }, { entered: 500, converted: 0 }, 0.5],
])("%o against %o is sure by %d", (base, variant, expected) => {
  expect(confidence(base, variant)).toBeCloseTo(expected, 3);
});

it("says nothing while too few entered", () => {
  expect(confidence({ entered: 29, converted: 1 }, { entered: 900, converted: 900 })).toBeNull();
  expect(confidence({ entered: 900, converted: 1 }, { entered: 29, converted: 29 })).toBeNull();
});
