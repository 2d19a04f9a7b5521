import { expect, it } from "vitest";
import { packed } from "./packed.ts";

it("says where each part begins, in bytes from one, and how long it is", () => {
  const parts = ["año", Buffer.from([0, 255]), "", "…"];
  const { starts, sizes, bytes } = packed(parts);
  const read = starts.map((start, n) => bytes.subarray(start - 1, start - 1 + (sizes[n] ?? 0)));
  expect(read).toEqual(parts.map((part) => Buffer.from(part)));
  expect(starts[0]).toBe(1);
});

it("holds nothing when there is nothing", () => {
  expect(packed([])).toEqual({ starts: [], sizes: [], bytes: Buffer.alloc(0) });
});
