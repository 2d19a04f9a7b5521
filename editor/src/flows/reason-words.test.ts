/** Every reason that the engine gives for a trigger is known here, and so has its Spanish and Portuguese. */
import { afterEach, expect, it } from "vitest";
import { sentencesOf, sourcesIn } from "../i18n/sentences-in-source.fixture.ts";
import { speak } from "../i18n/t.ts";
import { isKnownReason, reasonWords, whyWords } from "./reason-words.ts";

afterEach(() => speak("en"));

const files = (...names: string[]) =>
  names.flatMap((name) => sourcesIn(`flow-engine/src/triggers/${name}.ts`));

it("knows every reason, every rank and every condition", () => {
  const reasons = files("candidate", "conditions", "explain").flatMap((file) => sentencesOf(file));
  const ranks = files("rank", "conflicts").flatMap((file) => sentencesOf(file, /^[a-z0].* /));
  expect(reasons.length).toBeGreaterThan(35);
  expect(ranks.length).toBeGreaterThan(25);
  const unknown = [...reasons, ...ranks].filter(
    (text) => !isKnownReason(text) && !isKnownReason(text.replace("the 0", "the word")),
  );
  expect(unknown).toEqual([]);
});

it("says a reason, what goes before it and for whom it is in the reader's language", async () => {
  const reason =
    "The message has the word “hola. Sí”. Next in line: an exact match goes before a whole word.";
  expect(reasonWords(reason)).toBe(reason);
  await speak("es");
  expect(reasonWords(reason)).toBe(
    "El mensaje tiene la palabra “hola. Sí”. Va después: una coincidencia exacta va antes que una palabra completa.",
  );
  expect(
    reasonWords("The contact came from an ad. It is for instagram or messenger, and this is whatsapp."),
  ).toBe("El contacto vino de un anuncio. Es para Instagram o Messenger, y esto es WhatsApp.");
  expect(reasonWords("It is for contacts with the tag “a or b”, “c” or “d”.")).toBe(
    "Es para contactos con la etiqueta “a or b”, “c” o “d”.",
  );
  expect(whyWords("the older flow goes first")).toBe("va primero el flujo más antiguo");
  await speak("pt");
  expect(reasonWords("It is for the language es or pt, and the contact's is en.")).toBe(
    "É para o idioma espanhol ou português, e o do contato é inglês.",
  );
});

it("leaves a reason that it does not know as it is", async () => {
  await speak("es");
  expect(reasonWords("Because. It is a comment.")).toBe("Because. It is a comment.");
  expect(whyWords("it is so")).toBe("it is so");
});
