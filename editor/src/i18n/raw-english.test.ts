/** No English is drawn that did not go through `t`: labels, placeholders, titles, texts between tags. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { wordsInCode } from "./words-in-code.ts";

const src = path.resolve(import.meta.dirname, "..");
/** Titles and descriptions that `words-in-data.ts` collects, data for tests, and what variables are like. */
const LOOKED_UP =
  /^nodes\/[\w-]+\/index\.ts$|^nodes\/(node-ui|open-step|preview\/example)\.tsx?$|^conversations\/bubbles\/test-message\.ts$|^canvas\/actions\.ts$|^simulator\/(AttachMenu\.tsx|fit-words\.ts)$|^document\/commands\//;

const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
  (file) =>
    /\.tsx?$/.test(file) && !file.includes(".test.") && !file.startsWith("i18n") && !LOOKED_UP.test(file),
);

it("draws nothing in raw English", () => {
  const raw = files.flatMap((file) =>
    wordsInCode(file, readFileSync(path.join(src, file), "utf8")).raw.map(
      ({ line, text }) => `${file}:${line} ${text}`,
    ),
  );
  expect(raw).toEqual([]);
});

it("finds it between tags, in attributes, in choices and in sentences that functions give", () => {
  const code = `
    const WORDS = { label: "A choice" };
    const MARKED = {
      // t:
      label: "Looked up",
    };
    function why() { return "Because of this."; }
    export const A = ({ on }) => (
      <p title="A title" className="some class" aria-label={on ? "Is on" : t("Is off")}>
        Plain {on && "then"} {t("Said")} {\`\${on} left\`} WhatsApp
      </p>
    );`;
  const { raw, said } = wordsInCode("a.tsx", code);
  expect(raw.map(({ text }) => text).sort()).toEqual(
    ["A choice", "A title", "Because of this.", "Is on", "Plain", "then", "… left"].sort(),
  );
  expect(said.sort()).toEqual(["Is off", "Looked up", "Said"]);
});
