/** Every refusal of the server that the editor may show is known here, and so has its Spanish and Portuguese. */
import { readFileSync } from "node:fs";
import { afterEach, expect, it } from "vitest";
import { sentencesOf, sourcesIn } from "../i18n/sentences-in-source.fixture.ts";
import { speak } from "../i18n/t.ts";
import { errorWords, isKnownRefusal } from "./error-words.ts";

afterEach(() => speak("en"));

/** Said to other programs and to browsers without the editor. */
const FOR_OTHERS = /server\/src\/(hooks|http\/(pages|editor-files)|meta\/meta-routes)/;
const FOR_PROGRAMS = /^(There is no such route|Send the body as|Give (either|conversationId))/;
/** Sentences that become a refusal elsewhere. */
const MORE = ["http/error-answer", "outbox/window", "conversations/sendable"];

const REFUSES = /new (AppError|MediaRefused)\(/;
const files = [
  ...sourcesIn("server/src").filter((file) => REFUSES.test(readFileSync(file, "utf8"))),
  ...MORE.flatMap((name) => sourcesIn(`server/src/${name}.ts`)),
].filter((file) => !FOR_OTHERS.test(file));

/** What stands in a place, where the sentence is another one for each of them. */
const PUT_IN = ["0", "documents", "one problem"];

it("knows every sentence that the server refuses with", () => {
  const said = files.flatMap((file) => sentencesOf(file)).filter((sentence) => !FOR_PROGRAMS.test(sentence));
  expect(said.length).toBeGreaterThan(60);
  const unknown = said.filter(
    (sentence) => !PUT_IN.some((word) => isKnownRefusal(sentence.replace(/0\.$/, `${word}.`))),
  );
  expect(unknown).toEqual([]);
});

it("knows why a file can't be imported", () => {
  const refused = sourcesIn("flow-engine/src/import")
    .flatMap((file) => sentencesOf(file))
    .filter((sentence) => /^This (is no|export)/.test(sentence));
  expect(refused.length).toBeGreaterThan(4);
  expect(refused.filter((sentence) => !isKnownRefusal(sentence))).toEqual([]);
});

it("says roles, things and reasons of an import in the reader's language, also of two sentences", async () => {
  await speak("es");
  expect(errorWords("The role agent can't make a key with the role owner.", 403)).toBe(
    "El rol agente no puede crear una clave con el rol dueño.",
  );
  expect(errorWords("There is no such template.", 404)).toBe("No existe o ya no está (plantilla).");
  expect(errorWords("Nothing in this export can be imported: Hi: It has no nodes.", 422)).toBe(
    "No se puede importar nada de esta exportación: Hi: No tiene nodos.",
  );
  expect(
    errorWords(
      "The customer has not written for 24 hours: nothing may be sent to them. Wait until the customer writes again.",
      409,
    ),
  ).toBe(
    "El cliente no ha escrito en 24 horas: no se le puede enviar nada. Espera a que el cliente vuelva a escribir.",
  );
});

it("says what Meta answered the server, with Meta's words as they came", async () => {
  await speak("es");
  const refused =
    "The channel's access token is no longer valid or lacks a permission. (Error validating access token)";
  const said =
    "El token de acceso del canal ya no es válido o le falta un permiso. (Error validating access token)";
  expect(errorWords(refused, 502)).toBe(said);
  expect(
    errorWords(
      `It is connected, but its webhooks do not come yet: ${refused} Press “Check” on the channel to try again.`,
      0,
    ),
  ).toBe(
    `Está conectado, pero aún no llegan sus webhooks: ${said} Pulsa “Comprobar” en el canal para intentarlo de nuevo.`,
  );
});
