/** Everything the interface says through `t` has its Spanish and its Portuguese, with the same values in it. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { es, esAreas } from "./es/index.ts";
import { pt, ptAreas } from "./pt/index.ts";
import { speak, t } from "./t.ts";
import { wordsInCode } from "./words-in-code.ts";
import { wordsInData } from "./words-in-data.ts";

const src = path.resolve(import.meta.dirname, "..");

const sources = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test.") && !file.startsWith("i18n"))
  .map((file) => ({ file, ...wordsInCode(file, readFileSync(path.join(src, file), "utf8")) }));

const said = new Set([...sources.flatMap((source) => source.said), ...wordsInData()]);
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
