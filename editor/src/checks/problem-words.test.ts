/** Every sentence of the engine's checks is known here, and so has its Spanish and Portuguese. */
import { check } from "@hilo/flow-engine";
import { afterAll, expect, it } from "vitest";
import { sentencesOf, sourcesIn } from "../i18n/sentences-in-source.fixture.ts";
import { speak } from "../i18n/t.ts";
import { isKnownSentence, partWords, problemWords } from "./problem-words.ts";

afterAll(() => speak("en"));

const files = [
  ...["nodes", "flow"].flatMap((folder) => sourcesIn(`flow-engine/src/${folder}`)),
  ...sourcesIn("server/src/flows/conflict-problems.ts"),
].filter((file) => !/[\\/](ai-[^\\/]+[\\/][^\\/]+|issue-sentence\.ts)$/.test(file));

/** Words that the engine puts into a place, where the sentence is another one for each of them. */
const PUT_IN = ["button", "run", "latitude", "date", "any length", "after 0", "by 0"];

it("knows every sentence that the engine's checks say", () => {
  const said = files.flatMap((file) => sentencesOf(file));
  expect(said.length).toBeGreaterThan(100);
  const unknown = said.filter(
    (sentence) => !["0", ...PUT_IN].some((word) => isKnownSentence(sentence.replaceAll("0", word))),
  );
  expect(unknown).toEqual([]);
});

it("says a problem with its values, the names of steps and their parts in the reader's language", async () => {
  const [problem] = check({
    format: "hilo.flow/1",
    name: "F",
    nodes: [
      { id: "menu", type: "buttons", data: { text: "?", options: [{ id: "a", title: "x".repeat(30) }] } },
    ],
    edges: [{ id: "e", source: "start", target: "menu" }],
  }).filter(({ code }) => code === "title-too-long");
  const message = problem?.message ?? "";
  expect(problemWords({ message })).toBe(message);
  await speak("es");
  expect(problemWords({ message })).toBe(
    "El título del botón 1 tiene 30 caracteres y WhatsApp admite 20. Acorta el texto.",
  );
  expect(problemWords({ message: `In “pt”: ${message}` })).toBe(
    "En “pt”: El título del botón 1 tiene 30 caracteres y WhatsApp admite 20. Acorta el texto.",
  );
  expect(problemWords({ message: "The flow ends after buttons “menu” at “Sí”: nothing is connected." })).toBe(
    "El flujo termina después de Botones “menu” en “Sí”: no hay nada conectado.",
  );
  expect(problemWords({ message: "The flow ends after list “n1” at “”: nothing is connected." })).toBe(
    "El flujo termina después de Lista “n1” en “”: no hay nada conectado.",
  );
  expect(
    problemWords({
      message: "The flow ends after condition “n2” at “Yes”: nothing is connected.",
      port: "yes",
    }),
  ).toBe("El flujo termina después de Condición “n2” en “Sí”: no hay nada conectado.");
  expect(
    problemWords({
      message:
        "Who writes “hola” gets the flow “B” (keyword “hola”), not this one: an exact match goes before a whole word. Change the keyword “hola” or its mode, or give this flow a higher priority.",
    }),
  ).toContain("no este: una coincidencia exacta va antes que una palabra completa.");
  await speak("pt");
  expect(
    problemWords({ message: "In the text, there is no filter called “up”. Choose another or take it out." }),
  ).toBe("No texto, não há nenhum filtro chamado “up”. Escolha outro ou tire-o.");
  expect(partWords("the text, the title of button 2")).toBe("o texto, o título do botão 2");
});

it("leaves a sentence that it does not know as it is", async () => {
  await speak("es");
  expect(problemWords({ message: "Something new is wrong." })).toBe("Something new is wrong.");
});
