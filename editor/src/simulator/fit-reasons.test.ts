/** Every note of fitting is known here, and so has its Spanish and Portuguese. */
import { CONTENT_NAMES, RENDERINGS } from "@hilo/flow-engine";
import { afterEach, expect, it } from "vitest";
import { sentencesOf, sourcesIn } from "../i18n/sentences-in-source.fixture.ts";
import { speak } from "../i18n/t.ts";
import { fitReason, isKnownNote, isKnownPart } from "./fit-reasons.ts";

afterEach(() => speak("en"));

const files = sourcesIn("flow-engine/src/channels/fit");
interface Shown {
  shows: string;
  when?: { words: string };
}

/** What stands in a place, where the sentence is another one for each of them. */
const filled = (note: string, part: string) =>
  note.replace("The 0", `The ${part}`).replace("0s.", `${part}s.`).replace("“0” stands", "“…” stands");

it("knows every note that fitting makes", () => {
  const said = files.flatMap((file) => sentencesOf(file));
  expect(said.length).toBeGreaterThan(20);
  const unknown = said.filter(
    (note) => !["header", "footer"].some((part) => isKnownNote(filled(note, part))),
  );
  expect(unknown).toEqual([]);
});

it("knows what stands in their places: parts of messages, ways of showing them, conditions, kinds", () => {
  const parts = files.flatMap((file) => sentencesOf(file, /^(?:an?|the) [\p{L}’ ]+$|^0 \p{L}+$/u));
  const ways = Object.values(RENDERINGS).flatMap((platforms) =>
    Object.values<readonly Shown[]>(platforms).flatMap((all) =>
      all.flatMap(({ shows, when }) => (when ? [shows, when.words] : [shows])),
    ),
  );
  expect(parts.length).toBeGreaterThan(15);
  const unknown = [...parts, ...ways, ...Object.values(CONTENT_NAMES)].filter((part) => !isKnownPart(part));
  expect(unknown).toEqual([]);
});

it("says why in the reader's language, with numbers as they are written there", async () => {
  const shown =
    "Shown as a numbered text, answered by typing, because WhatsApp shows reply buttons only when there are 1 to 3 options.";
  expect(fitReason(shown)).toBe(shown);
  await speak("es");
  expect(fitReason(shown)).toBe(
    "Se muestra como un texto numerado que se responde escribiendo, porque WhatsApp solo muestra botones de respuesta cuando hay de 1 a 3 opciones.",
  );
  expect(fitReason("“a button” is shortened: a button has at most 20 characters on WhatsApp.")).toBe(
    "“a button” se acorta: un botón tiene como máximo 20 caracteres en WhatsApp.",
  );
  await speak("pt");
  expect(fitReason("The text goes in 3 messages: each holds 10,240 characters.")).toBe(
    "O texto vai em 3 mensagens: em cada uma cabem 10.240 caracteres.",
  );
  expect(fitReason("It is another note.")).toBe("It is another note.");
});
