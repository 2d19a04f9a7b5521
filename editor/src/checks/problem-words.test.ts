/** Every sentence of the engine's checks is known here, and so has its Spanish and Portuguese. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { check } from "@hilo/flow-engine";
import { type ESTree, parseSync, Visitor } from "vite";
import { afterAll, expect, it } from "vitest";
import { speak } from "../i18n/t.ts";
import { isKnownSentence, partWords, problemWords } from "./problem-words.ts";

const engine = path.resolve(import.meta.dirname, "../../../flow-engine/src");
const server = path.resolve(import.meta.dirname, "../../../server/src/flows/conflict-problems.ts");
afterAll(() => speak("en"));

/** Said to developers and language models, or in the log of a session: no sentences of checks. */
const NOT_OF_CHECKS = /\.describe$|^(summary|description)$/;

/** What stands in the places does not matter. */
function sentencesIn(file: string): string[] {
  const { program } = parseSync(file, readFileSync(file, "utf8"), { sourceType: "module" });
  const left = new Set<ESTree.Node>();
  const found: string[] = [];
  const note = (node: ESTree.Node, text: string) => {
    if (!left.has(node) && /^(?:\p{Lu}|“|0).* .*\.$/su.test(text)) found.push(text);
  };
  new Visitor({
    CallExpression({ callee, arguments: given }) {
      const name =
        callee.type === "MemberExpression" && callee.property.type === "Identifier"
          ? `.${callee.property.name}`
          : "";
      if (NOT_OF_CHECKS.test(name)) for (const node of given) left.add(node);
    },
    Property({ key, value }) {
      if (key.type === "Identifier" && NOT_OF_CHECKS.test(key.name)) left.add(value);
    },
    Literal(node) {
      if (typeof node.value === "string") note(node, node.value);
    },
    TemplateLiteral(node) {
      note(node, node.quasis.map(({ value }) => value.cooked ?? "").join("0"));
    },
  }).visit(program);
  return found;
}

const files = readdirSync(engine, { recursive: true, encoding: "utf8" })
  .filter((file) => /^(nodes|flow)\/.*\.ts$/.test(file) && !/\.(test|fixture)\.ts$|nodes\/ai-/.test(file))
  .map((file) => path.join(engine, file));

/** Words that the engine puts into a place, where the sentence is another one for each of them. */
const PUT_IN = ["button", "run", "latitude", "date", "any length", "after 0", "by 0"];

it("knows every sentence that the engine's checks say", () => {
  const said = [...files, server].flatMap(sentencesIn);
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
