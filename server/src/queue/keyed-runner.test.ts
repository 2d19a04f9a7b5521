// Coalescing by key: nothing asked for is missed, nothing runs twice at once.

import { describe, expect, it } from "vitest";
import { KeyedRunner } from "./keyed-runner.ts";

/** A handler whose runs end when the test says so. */
function gated() {
  const started: string[] = [];
  const gates: (() => void)[] = [];
  return {
    started,
    handler: (...keys: string[]) => {
      started.push(keys.join("+"));
      return new Promise<void>((resolve) => gates.push(resolve));
    },
    /** Lets the oldest run that still goes on end. */
    async release() {
      gates.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
const noError = (error: unknown) => {
  throw error;
};

describe("KeyedRunner", () => {
  it("runs a busy key once more, however often it was woken meanwhile", async () => {
    const gate = gated();
    const runner = new KeyedRunner(gate.handler, { concurrency: 4 }, noError);
    const first = runner.run("a");
    const later = [runner.run("a"), runner.run("a"), runner.run("a")];
    expect(gate.started).toEqual(["a"]);
    await gate.release();
    await first;
    expect(gate.started).toEqual(["a", "a"]);
    await gate.release();
    await Promise.all(later);
    expect(gate.started).toEqual(["a", "a"]);
  });

  it("runs other keys beside a busy one, up to its concurrency, and lets the rest wait their turn", async () => {
    const gate = gated();
    const runner = new KeyedRunner(gate.handler, { concurrency: 2 }, noError);
    for (const key of ["a", "b", "c", "a", "d"]) void runner.run(key);
    expect(gate.started).toEqual(["a", "b"]);
    await gate.release();
    expect(gate.started).toEqual(["a", "b", "c"]);
    await gate.release();
    await gate.release();
    expect(gate.started).toEqual(["a", "b", "c", "d", "a"]);
  });

  it("lets keys that wait go together, up to keysAtOnce, and none of them twice at once", async () => {
    const gate = gated();
    const runner = new KeyedRunner(gate.handler, { concurrency: 2, keysAtOnce: 3 }, noError);
    for (const key of ["a", "b", "c", "d", "e", "f", "a"]) void runner.run(key);
    expect(gate.started).toEqual(["a", "b"]);
    await gate.release();
    expect(gate.started).toEqual(["a", "b", "c+d+e"]);
    await gate.release();
    expect(gate.started).toEqual(["a", "b", "c+d+e", "f+a"]);
  });

  it("lets keys gather behind a run, but not longer than its patience", async () => {
    const gate = gated();
    const runner = new KeyedRunner(gate.handler, { concurrency: 2, keysAtOnce: 9, patienceMs: 50 }, noError);
    for (const key of ["a", "b", "c"]) void runner.run(key);
    expect(gate.started).toEqual(["a"]);
    await gate.release();
    expect(gate.started).toEqual(["a", "b+c"]);
    for (const key of ["d", "e"]) void runner.run(key);
    expect(gate.started).toEqual(["a", "b+c"]);
    await expect.poll(() => gate.started).toEqual(["a", "b+c", "d+e"]);
    // As many as may run do: patience starts no more.
    void runner.run("f");
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(gate.started).toEqual(["a", "b+c", "d+e"]);
    await gate.release();
    await expect.poll(() => gate.started).toEqual(["a", "b+c", "d+e", "f"]);
  });

  it("joins a key that has not begun yet instead of running it twice", async () => {
    const gate = gated();
    const runner = new KeyedRunner(gate.handler, { concurrency: 1 }, noError);
    void runner.run("busy");
    const both = [runner.run("x"), runner.run("x")];
    await gate.release();
    await gate.release();
    await Promise.all(both);
    expect(gate.started).toEqual(["busy", "x"]);
  });

  it("tells of a failed run and goes on", async () => {
    const errors: unknown[] = [];
    let runs = 0;
    const runner = new KeyedRunner(
      async () => {
        runs += 1;
        if (runs === 1) throw new Error("first");
      },
      { concurrency: 1 },
      (error) => errors.push(error),
    );
    await runner.run("a");
    await runner.run("a");
    expect(runs).toBe(2);
    expect(errors).toHaveLength(1);
  });

  it("closes by waiting for what runs and starting nothing else", async () => {
    const gate = gated();
    const runner = new KeyedRunner(gate.handler, { concurrency: 1 }, noError);
    const asked = [runner.run("a"), runner.run("a"), runner.run("b")];
    let closed = false;
    const closing = runner.close().then(() => {
      closed = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(closed).toBe(false);
    await gate.release();
    await closing;
    await Promise.all([...asked, runner.run("c")]);
    expect(gate.started).toEqual(["a"]);
  });
});
