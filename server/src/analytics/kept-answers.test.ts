import { describe, expect, it } from "vitest";
import { KeptAnswers } from "./kept-answers.ts";

function counting(keepMs = 1_000) {
  let now = 0;
  let asked = 0;
  const kept = new KeptAnswers<number>(keepMs, () => now);
  const ask = (took = 0) =>
    kept.answer("flow", async () => {
      asked += 1;
      const answer = asked;
      now += took;
      return answer;
    });
  return { kept, ask, pass: (ms: number) => (now += ms) };
}

describe("an answer that is kept", () => {
  it("is one question for all who ask at once", async () => {
    const { ask } = counting();
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
  });

  it("is given again for its time, and asked anew after it", async () => {
    const { ask, pass } = counting();
    expect(await ask()).toBe(1);
    pass(999);
    expect(await ask()).toBe(1);
    pass(2);
    expect(await ask()).toBe(2);
  });

  it("stays for longer where it took long", async () => {
    const { ask, pass } = counting();
    expect(await ask(400)).toBe(1);
    pass(7_999);
    expect(await ask()).toBe(1);
    pass(2);
    expect(await ask()).toBe(2);
  });

  it("is asked anew by the next when it failed", async () => {
    const kept = new KeptAnswers<string>(1_000, () => 0);
    const failing = kept.answer("flow", () => Promise.reject(new Error("away")));
    await expect(failing).rejects.toThrow("away");
    expect(await kept.answer("flow", async () => "there")).toBe("there");
  });

  it("is not kept for ever: the oldest goes when there are many", async () => {
    const kept = new KeptAnswers<number>(1_000, () => 0);
    for (let key = 0; key <= 500; key++) await kept.answer(`${key}`, async () => 1);
    expect(await kept.answer("500", async () => 2)).toBe(1);
    expect(await kept.answer("0", async () => 2)).toBe(2);
  });
});
