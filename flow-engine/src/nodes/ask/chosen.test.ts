/** Several options chosen by one message. */
import { describe, expect, it } from "vitest";
import { play } from "../../step/play.fixture.ts";

/** What is kept of an answer to a question with these options; undefined while it is asked again. */
const chosenBy = (answer: string, titles: readonly string[]) => {
  const options = titles.map((title, n) => ({ id: `opt-${n}`, title }));
  const ask = { text: "Which?", kind: "choice", options, multiple: { min: 1 }, saveAs: "food" };
  return play({ nodes: { ask: ["ask", ask] }, edges: ["start > ask"] }).say(answer).session.vars.food;
};

const MENU = ["Salad", "Soup", "Mac and cheese", "Fish & chips", "Cheese"];

describe("titles that hold what separates others", () => {
  it.each([
    ["2, Mac and cheese", ["Soup", "Mac and cheese"]],
    ["mac AND cheese and soup", ["Mac and cheese", "Soup"]],
    ["Mac and cheese, cheese", ["Mac and cheese", "Cheese"]],
    ["fish & chips & salad", ["Fish & chips", "Salad"]],
    ["fish & chips\nmac and cheese\n2.", ["Fish & chips", "Mac and cheese", "Soup"]],
    ["4 y 5", ["Fish & chips", "Cheese"]],
    ["salad,, and soup,", ["Salad", "Soup"]],
  ])("reads “%s”", (answer, titles) => {
    expect(chosenBy(answer, MENU)).toEqual(titles);
  });
  it.each(["mac and soup", "fish & chips & fries", "soup,", "salad and", "fish and chips, soup"])(
    "asks again after “%s”",
    (answer) => expect(chosenBy(answer, MENU)).toBeUndefined(),
  );
});

it("takes a shorter title where the longest leaves no sense in the rest", () => {
  expect(chosenBy("a, b, c", ["a", "a, b", "b, c"])).toEqual(["a", "b, c"]);
});

it("prefers one long title to its parts", () => {
  expect(chosenBy("a, b, c", ["a", "b", "c", "a, b"])).toEqual(["a, b", "c"]);
});

it("is quick with long lists of nothing", () => {
  const began = performance.now();
  expect(chosenBy("a, ".repeat(190), ["a", "a, a, a, a, a, a, b"])).toEqual(["a"]);
  expect(chosenBy(`${"a, ".repeat(190)}z`, ["a", "a, a", "a, a, a"])).toBeUndefined();
  expect(performance.now() - began).toBeLessThan(1_000);
});
