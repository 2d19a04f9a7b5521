/** What the check of questions finds. */
import { expect, test } from "vitest";
import { nodeSpec } from "./index.ts";
import { nodeProblems } from "./node-facts.ts";

const ask = { text: "¿Qué?", saveAs: "r" };
const option = (id: string, title = id) => ({ id, title });

test.each<[string, Record<string, unknown>, string[]]>([
  ["no question", { ...ask, text: "" }, ["text-empty"]],
  ["a pattern that can't be read", { ...ask, pattern: "(?=a)" }, ["pattern-syntax"]],
  ["a pattern that is not looked at", { ...ask, kind: "email", pattern: "a" }, ["pattern-unused"]],
  ["bounds that cross", { ...ask, kind: "number", min: 5, max: 1 }, ["bounds-crossed"]],
  ["a lowest mark over the usual highest", { ...ask, kind: "rating", min: 7 }, ["bounds-crossed"]],
  ["a text of no characters", { ...ask, max: 0 }, ["bounds-crossed"]],
  [
    "days that cross",
    { ...ask, kind: "date", earliest: "2026-12-31", latest: "2026-01-01" },
    ["bounds-crossed"],
  ],
  ["hours that cross", { ...ask, kind: "time", earliest: "18:00", latest: "02:00" }, ["bounds-crossed"]],
  [
    "no days that cross where one of them is of every year",
    { ...ask, kind: "date", earliest: "2026-03-01", latest: "24 December" },
    [],
  ],
  [
    "days that could not cross on every day",
    { ...ask, kind: "date", earliest: "2026-03-01", latest: "today" },
    [],
  ],
  ["a bound that is a template", { ...ask, kind: "time", earliest: "{{ opens }}", latest: "09:00" }, []],
  [
    "both bounds that are none",
    { ...ask, kind: "time", earliest: "nunca", latest: "tarde" },
    ["bound-unreadable", "bound-unreadable"],
  ],
  ["a first day that is none", { ...ask, kind: "date", earliest: "nunca" }, ["bound-unreadable"]],
  [
    "an option called as the one that ends the choice",
    { ...ask, kind: "choice", options: [option("a", "Listo"), option("b")], multiple: {} },
    ["title-twice"],
  ],
  [
    "an option called as the word that skips",
    { ...ask, kind: "choice", options: [option("a", "Nada"), option("b")], skipWord: "no, nada" },
    ["title-twice"],
  ],
  [
    "an option called as a word that skips where no other is given",
    { ...ask, kind: "choice", options: [option("a", "Pular"), option("b")], skippable: true },
    ["title-twice"],
  ],
  [
    "no option called so where another word is given",
    {
      ...ask,
      kind: "choice",
      options: [option("a", "Pular"), option("b")],
      skippable: true,
      skipWord: "nada",
    },
    [],
  ],
  [
    "an option with the id that ends a choice of several",
    { ...ask, kind: "choice", options: [option("done", "A"), option("b")], multiple: {} },
    ["option-id-reserved"],
  ],
  ["a variable that templates can't read", { ...ask, saveAs: "mi nombre" }, ["variable-name"]],
])("a question: %s", (_, data, expected) => {
  const spec = nodeSpec("ask");
  expect(nodeProblems(spec, spec.schema.parse(data)).map(({ code }) => code)).toEqual(expected);
});
