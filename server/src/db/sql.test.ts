import { expect, it } from "vitest";
import { together } from "./sql.ts";

const later = <T>(ms: number, value: T) => new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
const failing = async (ms: number, reason: string) => {
  await later(ms, null);
  throw new Error(reason);
};

it("gives what each statement gave, in their order", async () => {
  expect(await together([later(5, "a"), later(1, 2)])).toEqual(["a", 2]);
});

it("fails with the first of them that failed, whichever failed sooner, and only when all are over", async () => {
  let over = false;
  const last = later(20, null).then(() => {
    over = true;
  });
  await expect(together([failing(10, "the cause"), failing(1, "for its sake"), last])).rejects.toThrow(
    "the cause",
  );
  expect(over).toBe(true);
});
