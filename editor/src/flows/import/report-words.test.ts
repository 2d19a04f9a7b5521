/** Every reason that an importer gives is known here, and so has its Spanish and Portuguese. */
import { readFileSync } from "node:fs";
import { afterEach, expect, it } from "vitest";
import { sentenceFinder, sentencesIn } from "../../i18n/sentences.ts";
import { sentencesOf, sourcesIn } from "../../i18n/sentences-in-source.fixture.ts";
import { speak } from "../../i18n/t.ts";
import { KINDS, SENTENCES } from "./report-sentences.ts";
import { kindWords, outcomeWords } from "./report-words.ts";

afterEach(() => speak("en"));

const files = sourcesIn("flow-engine/src/import");

/** Words put into the flow, where the author sees and changes them; and refusals of a whole file, which `api` says. */
const NOT_OF_REPORT =
  /^(Please answer|Write (your answer|a number|a web address|your choice)|Send the file)\.$|^This (is no|export is|flow) /;
/** What stands in a place, where the sentence is another one for each of them. */
const PUT_IN = ["0", "keywords", "1 keyword", "Give the flow a keyword."];

it("knows every reason that the importers give", () => {
  const find = sentenceFinder(SENTENCES);
  const said = files.flatMap((file) => sentencesOf(file)).filter((sentence) => !NOT_OF_REPORT.test(sentence));
  expect(said.length).toBeGreaterThan(100);
  const unknown = said.filter(
    (sentence) =>
      !PUT_IN.some((word) =>
        sentencesIn(sentence.replace("keyword0", "keywords").replace(/0$|0(?=\.$)/, word), find),
      ),
  );
  expect(unknown).toEqual([]);
});

it("knows every kind of element", () => {
  const kinds = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/report\.announce\(\s*[\w.]+,\s*"([^"]+)"/g)].map(
      ([, kind]) => kind,
    ),
  );
  expect(kinds.length).toBeGreaterThan(10);
  expect(kinds.filter((kind) => KINDS[kind ?? ""] === undefined)).toEqual([]);
});

it("says several reasons in a row, with their values, in the reader's language", async () => {
  const why =
    "No message comes before this wait, so it asks “Please answer.”. Write the question. @urns.tel. has no counterpart and stands there as it was. Replace it.";
  expect(outcomeWords(why)).toBe(why);
  await speak("es");
  expect(outcomeWords(why)).toBe(
    "Ningún mensaje va antes de esta espera, así que pregunta “Please answer.”. Escribe la pregunta. @urns.tel. no tiene equivalente y quedó como estaba. Cámbialo.",
  );
  expect(kindWords("edge")).toBe("conexión");
  await speak("pt");
  expect(outcomeWords("“List” has no counterpart in a “Set” step. Use a “For each” step.")).toBe(
    "“List” não tem equivalente em um passo “Definir valor”. Use um passo “Para cada item”.",
  );
  expect(
    outcomeWords(
      "Typing delays, metadata and sharing have no counterpart. Its start on WhatsApp became 2 keywords.",
    ),
  ).toMatch(/virou 2 palavras-chave\.$/);
  expect(outcomeWords("Something else. It is a new reason.")).toBe("Something else. It is a new reason.");
  expect(kindWords("thing")).toBe("thing");
});
