/** Every sentence about sends, channels and webhooks that the editor may show is known here, and so has its Spanish and Portuguese. */
import { afterEach, expect, it } from "vitest";
import { sentencesOf, sourcesIn } from "../i18n/sentences-in-source.fixture.ts";
import { speak } from "../i18n/t.ts";
import { deliveryWords, isKnownDelivery, isKnownPart } from "./delivery-words.ts";

afterEach(() => speak("en"));

/** Also those that go on after a full stop or a colon with what stands in a place. */
const SENTENCE = /^(?:\p{Lu}|“|0).* .*(?:\.|[.:] 0)$/su;

const sources = [
  ...["channels", "outbox", "webhooks", "templates/sync-templates.ts", "templates/template-views.ts"],
  ...["graph-api", "withdrawal", "choices", "subscriptions"].map((name) => `meta/${name}.ts`),
  ...["leads/fetch-leads.ts", "inbox/receive.ts", "media/media-kind.ts"],
];
/** Kept in the inbox and shown nowhere, mailed, or said by the simulator in Meta's place. */
const ELSEWHERE = /server\/src\/channels\/(apply-account-news|tell-admins|settings|simulator\/)/;
/** Said to Meta and to other programs in an answer by HTTP, and to those who run the server. */
const FOR_PROGRAMS =
  /^(Webhooks take|Webhook bodies|The delivery could not be stored|The verify token is|The client went away|Too many deliveries|The database is not available)/;

it("knows every sentence that the server says of sends, channels and webhooks", () => {
  const said = sources
    .flatMap((name) => sourcesIn(`server/src/${name}`))
    .filter((file) => !ELSEWHERE.test(file))
    .flatMap((file) => sentencesOf(file, SENTENCE))
    .filter((sentence) => !FOR_PROGRAMS.test(sentence));
  expect(said.length).toBeGreaterThan(100);
  const unknown = said.filter(
    (sentence) => !["0", "bad", "pages"].some((word) => isKnownDelivery(filled(sentence, word))),
  );
  expect(unknown).toEqual([]);
});

/** What follows a full stop is a sentence of its own, collected where it stands; in some places each word is another sentence. */
const filled = (sentence: string, word: string) =>
  sentence
    .replace(/\. 0$/, ".")
    .replace(/ is 0\.$/, ` is ${word}.`)
    .replace(/ list the 0: /, ` list the ${word}: `);

it("knows what flows can't fill in of a template", async () => {
  const parts = sourcesIn("server/src/templates/read-template.ts").flatMap((file) =>
    sentencesOf(file, /^an? \S/),
  );
  expect(parts.length).toBeGreaterThan(5);
  expect(parts.filter((part) => !isKnownPart(part))).toEqual([]);
  await speak("es");
  expect(
    deliveryWords(
      "It has a header of the kind gif and a carousel, which flows can't fill in: send it by the API with its components, or choose another one.",
    ),
  ).toBe(
    "Tiene partes que los flujos no pueden rellenar (un encabezado de tipo gif y un carrusel): envíala por la API con sus componentes o elige otra.",
  );
});

it("leaves the platform's own words and codes beside ours", async () => {
  const held =
    "The channel's access token is no longer valid or lacks a permission. (Session has expired. Log in (again).) [190] Connect the channel again.";
  expect(deliveryWords(held)).toBe(held);
  await speak("es");
  expect(deliveryWords(held)).toBe(
    "El token de acceso del canal ya no es válido o le falta un permiso. (Session has expired. Log in (again).) [190] Conecta el canal de nuevo.",
  );
  expect(deliveryWords("Unknown path components. Look at the docs")).toBe(
    "Unknown path components. Look at the docs",
  );
  const cut = "The platform refused: The platform is having trouble right now. (An unknown err";
  expect(deliveryWords(cut)).toBe(
    "La plataforma lo rechazó: La plataforma tiene problemas ahora mismo. (An unknown err",
  );
});

it("says what a check found, sentence by sentence", async () => {
  await speak("es");
  expect(
    deliveryWords(
      "The token belongs to “Dr. Who. Shop”. The token lacks leads_retrieval: connect again with all boxes ticked.",
    ),
  ).toBe(
    "El token es de “Dr. Who. Shop”. Al token le falta leads_retrieval: conéctalo de nuevo con todas las casillas marcadas.",
  );
  await speak("pt");
  expect(deliveryWords("The platform refused: (#803) Some of the aliases do not exist")).toBe(
    "A plataforma recusou: (#803) Some of the aliases do not exist",
  );
  expect(deliveryWords("graph.facebook.com can't be reached from this server.")).toBe(
    "Não é possível acessar graph.facebook.com a partir deste servidor.",
  );
});

it("says why a send is in doubt, also within a sentence, and what a platform takes", async () => {
  await speak("es");
  expect(
    deliveryWords(
      "The message went out and no answer came back (No complete answer within 30 s.), so nobody knows whether it arrived.",
    ),
  ).toBe(
    "El mensaje salió y no llegó respuesta (No hubo respuesta completa en 30 s.), así que nadie sabe si llegó.",
  );
  expect(deliveryWords("WhatsApp takes jpeg, png as image, not gif.")).toBe(
    "Como imagen, WhatsApp admite jpeg, png, no gif.",
  );
});
