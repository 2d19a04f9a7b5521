/** Numbers with two writings. */
import { expect, it } from "vitest";
import { otherWriting } from "./other-writing.ts";

it.each([
  ["+525512345678", "+5215512345678"],
  ["+5511987654321", "+551187654321"],
])("%s is also %s, and the other way round", (one, other) => {
  expect(otherWriting(one)).toBe(other);
  expect(otherWriting(other)).toBe(one);
});

it.each(["+551132654321", "+573001112233", "+34600000001", "+52551234567", "+5511"])(
  "%s has one writing",
  (phone) => {
    expect(otherWriting(phone)).toBeNull();
  },
);
