/** Everything the interface says through `t` has its Spanish and its Portuguese, with the same values in it. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { es, esAreas } from "./es/index.ts";
import { pt, ptAreas } from "./pt/index.ts";
import { speak, t } from "./t.ts";
import { wordsInData } from "./words-in-data.ts";

const src = path.resolve(import.meta.dirname, "..");

/** Texts given to `t` in so many words, and those marked as looked up elsewhere by a list of data. */
function wordsInCode(): Set<string> {
  const words = new Set<string>();
  const files = readdirSync(src, { recursive: true, encoding: "utf8" });
  for (const file of files) {
    if (!/\.tsx?$/.test(file) || file.includes(".test.") || file.startsWith("i18n")) continue;
    const code = readFileSync(path.join(src, file), "utf8");
    for (const [, word] of code.matchAll(/\bt\(\s*"((?:[^"\\]|\\.)*)"/g)) {
      if (word !== undefined) words.add(JSON.parse(`"${word}"`));
    }
    // Lists whose entries are drawn through `t`.
    for (const [, list = ""] of code.matchAll(/\/\/ t:\n([\s\S]*?)\n[}\]]/g)) {
      for (const [, word] of list.matchAll(/"((?:[^"\\]|\\.)*)"/g))
        if (word !== undefined && !word.startsWith("/")) words.add(word);
    }
  }
  return words;
}

const said = new Set([...wordsInCode(), ...wordsInData()]);
const valuesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([value]) => value).sort();

describe.each([
  ["Spanish", es, esAreas],
  ["Portuguese", pt, ptAreas],
] as const)("%s", (_, catalogue, areas) => {
  it("has every text", () => {
    expect([...said].filter((text) => catalogue[text] === undefined)).toEqual([]);
  });
  it("has no text that is said no more", () => {
    expect(Object.keys(catalogue).filter((text) => !said.has(text))).toEqual([]);
  });
  it("has each text in one file; what several areas say is in common.ts", () => {
    const texts = areas.flatMap((area) => Object.keys(area));
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });
  it("keeps the places of values", () => {
    const wrong = Object.entries(catalogue).filter(
      ([text, own]) => valuesIn(text).join() !== valuesIn(own).join(),
    );
    expect(wrong).toEqual([]);
  });
});

describe("speaking", () => {
  afterAll(() => speak("en"));
  it("puts values in their places, and leaves a text it does not know as it is", async () => {
    expect(t("{count} selected", { count: 3 })).toBe("3 selected");
    await speak("es");
    expect(t("{count} selected", { count: 3 })).toBe("3 seleccionados");
    expect(t("Nobody translated this")).toBe("Nobody translated this");
    expect(document.documentElement.lang).toBe("es");
  });
});
