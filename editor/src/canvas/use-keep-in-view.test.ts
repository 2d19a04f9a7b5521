/** How the canvas moves for a card that would be hidden. */
import { expect, it } from "vitest";
import { shift } from "./use-keep-in-view.ts";

it.each([
  ["stays when it is inside", 100, 200, 800, 0],
  ["moves left when it goes over the end", 700, 200, 800, -128],
  ["moves right when it begins before the start", -50, 200, 800, 78],
  ["keeps the beginning in view when it is longer than the room", 40, 900, 800, -12],
])("%s", (_, start, length, room, by) => {
  expect(shift(start, length, room)).toBe(by);
});
