/** Where a text that is too long ends. */
import { expect, test } from "vitest";
import { cutAtSentence } from "./cut-at-sentence.ts";

const TABLE: [string, string, number, string][] = [
  ["what fits stays", "Uno. Dos.", 9, "Uno. Dos."],
  ["a sentence that fits to the letter stays whole", "Uno dos. Tres cuatro", 8, "Uno dos."],
  ["the last whole sentence ends it", "Uno dos. Tres cuatro. Cinco seis", 28, "Uno dos. Tres cuatro."],
  ["a decimal point ends no sentence", "Cuesta 3.14 euros cada uno", 10, "Cuesta…"],
  ["a new line ends one", "Precios:\nuno, dos y tres", 12, "Precios:"],
  ["a quote that closes belongs to it", "Dijo “no.” Y se fue de allí", 16, "Dijo “no.”"],
  ["an early sentence is too little: a word ends it", "Sí. Tenemos muchas cosas", 20, "Sí. Tenemos muchas…"],
  ["one long word is cut", "x".repeat(30), 10, `${"x".repeat(9)}…`],
  ["no character is cut in two", `${"x".repeat(8)}👍👍`, 10, `${"x".repeat(8)}…`],
];

test.each(TABLE)("%s", (_what, text, max, expected) => {
  expect(cutAtSentence(text, max)).toBe(expected);
});
