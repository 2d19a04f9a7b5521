import fc from "fast-check";
import { expect, it } from "vitest";
import { stronglyConnected } from "./strongly-connected.ts";

it("puts two nodes together exactly when each reaches the other", () => {
  const ids = ["a", "b", "c", "d", "e", "f"];
  const arrow = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids));
  fc.assert(
    fc.property(fc.array(arrow, { maxLength: 14 }), (arrows) => {
      const targets = (id: string) => arrows.flatMap(([from, to]) => (from === id ? [to] : []));
      const reaches = (from: string, to: string) => {
        const reached = new Set([from]);
        for (const id of reached) for (const target of targets(id)) reached.add(target);
        return reached.has(to);
      };
      const components = stronglyConnected(ids, targets);
      expect(components.flat().sort()).toEqual(ids);
      for (const a of ids) {
        const own = components.find((component) => component.includes(a));
        expect(own).toEqual(ids.filter((b) => reaches(a, b) && reaches(b, a)));
      }
    }),
    { numRuns: 1_000 },
  );
});
