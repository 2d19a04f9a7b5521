/** Who may be inside with whom. */
import { expect, it } from "vitest";
import { AloneGate } from "./alone-gate.ts";

it("lets many in together, and one alone only when they are gone", async () => {
  const gate = new AloneGate();
  const inside = new Set<string>();
  const seen: string[][] = [];
  const work = (name: string) => async () => {
    inside.add(name);
    seen.push([...inside]);
    await new Promise((resolve) => setTimeout(resolve, 1));
    seen.push([...inside]);
    inside.delete(name);
  };
  await Promise.all([
    gate.together(work("a")),
    gate.together(work("b")),
    gate.byItself(work("alone 1")),
    gate.together(work("c")),
    gate.byItself(work("alone 2")),
    gate.together(work("d")),
  ]);
  expect(seen).toContainEqual(["a", "b"]);
  for (const names of seen) if (names.some((name) => name.startsWith("alone"))) expect(names).toHaveLength(1);
  expect(seen.flat()).toEqual(expect.arrayContaining(["a", "b", "c", "d", "alone 1", "alone 2"]));
});

it("opens again when the work fails", async () => {
  const gate = new AloneGate();
  await expect(gate.byItself(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await expect(gate.together(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await gate.byItself(async () => 1)).toBe(1);
});
