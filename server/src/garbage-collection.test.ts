import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { yieldToEvents } from "./garbage-collection.ts";

/** It has read a file, and so has the threads that do so. */
const SCRIPT = "require('fs').stat('/', () => console.log('up')); setInterval(() => {}, 1_000)";
const child = spawn(process.execPath, ["-e", SCRIPT]);
beforeAll(() => new Promise((resolve) => child.stdout.once("data", resolve)));
afterAll(() => void child.kill());

/** By thread, as `nice` counts: the 19th field of its stat. */
function niceness(pid: number): Map<number, number> {
  return new Map(
    readdirSync(`/proc/${pid}/task`).map((thread) => {
      const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, "utf8");
      return [Number(thread), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[16])];
    }),
  );
}

it.runIf(process.platform === "linux")(
  "puts V8's helpers behind the main thread, and no thread that reads files",
  () => {
    const pid = child.pid ?? 0;
    const before = niceness(pid).get(pid) ?? 0;
    yieldToEvents(pid);
    const after = [...niceness(pid)].sort(([a], [b]) => a - b).map(([, nice]) => nice);
    expect(after.slice(0, 6)).toEqual([before, 10, 10, 10, 10, 10]);
    expect(after.length).toBeGreaterThan(8);
    expect(new Set(after.slice(6))).toEqual(new Set([before]));
  },
);

it("leaves a process alone that is gone", () => {
  expect(() => yieldToEvents(2 ** 30)).not.toThrow();
});
