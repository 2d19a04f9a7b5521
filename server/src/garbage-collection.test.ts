import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { yieldToEvents } from "./garbage-collection.ts";

const child = spawn(process.execPath, ["-e", "console.log('up'); setInterval(() => {}, 1_000)"]);
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

it.runIf(process.platform === "linux")("puts every thread but the main one behind it", () => {
  const pid = child.pid ?? 0;
  const before = niceness(pid).get(pid) ?? 0;
  yieldToEvents(pid);
  const { [pid]: main, ...others } = Object.fromEntries(niceness(pid));
  expect(main).toBe(before);
  expect(Object.keys(others).length).toBeGreaterThan(3);
  expect(new Set(Object.values(others))).toEqual(new Set([10]));
});

it("leaves a process alone that is gone", () => {
  expect(() => yieldToEvents(2 ** 30)).not.toThrow();
});
