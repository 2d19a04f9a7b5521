import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FewAtOnce } from "./few-at-once.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Work that is named when it begins. */
function gate(limit = 2) {
  const few = new FewAtOnce({ limit, patienceMs: 100 });
  const begun: string[] = [];
  const leave = new Map<string, () => void>();
  const enter = (name: string) =>
    few.enter((out) => {
      begun.push(name);
      leave.set(name, out);
    });
  const end = (name: string) => leave.get(name)?.();
  return { enter, end, begun };
}

describe("a few at once", () => {
  it("begin at once while there is room", () => {
    const { enter, begun } = gate();
    enter("a");
    enter("b");
    enter("c");
    expect(begun).toEqual(["a", "b"]);
  });

  it("are followed by those that wait, in the order they came", () => {
    const { enter, end, begun } = gate();
    for (const name of ["a", "b", "c", "d"]) enter(name);
    end("b");
    expect(begun).toEqual(["a", "b", "c"]);
    end("a");
    expect(begun).toEqual(["a", "b", "c", "d"]);
  });

  it("make room once, however often they say that they are over", () => {
    const { enter, end, begun } = gate(1);
    for (const name of ["a", "b", "c"]) enter(name);
    end("a");
    end("a");
    expect(begun).toEqual(["a", "b"]);
  });

  it("hold nobody up for longer than their patience", () => {
    const { enter, end, begun } = gate(1);
    for (const name of ["stuck", "b", "c"]) enter(name);
    vi.advanceTimersByTime(99);
    expect(begun).toEqual(["stuck"]);
    vi.advanceTimersByTime(1);
    expect(begun).toEqual(["stuck", "b"]);
    // Room that was made already is not made again.
    end("stuck");
    expect(begun).toEqual(["stuck", "b"]);
  });
});
