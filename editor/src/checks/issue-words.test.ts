/** All that can be wrong at a place of a definition is known here, and so has its Spanish and Portuguese. */
import { readFileSync } from "node:fs";
import { check, parseFlow } from "@hilo/flow-engine";
import { afterEach, expect, it } from "vitest";
import { errorWords } from "../api/error-words.ts";
import { sentencesOf, sourcesIn } from "../i18n/sentences-in-source.fixture.ts";
import { speak } from "../i18n/t.ts";
import { isKnownIssue, issueWords } from "./issue-words.ts";
import { problemWords } from "./problem-words.ts";

afterEach(() => speak("en"));

it("knows every issue, and what is wanted and given", () => {
  const [file = ""] = sourcesIn("flow-engine/src/flow/issue-sentence.ts");
  const issues = sentencesOf(file, /^[\p{Ll}0“].* .*\.$/u);
  expect(issues.length).toBeGreaterThan(15);
  expect(issues.filter((issue) => !isKnownIssue(issue))).toEqual([]);
  const values = sentencesOf(file, /^(?:an?|another|true) [\p{Ll} ]+$/u);
  expect(values.length).toBeGreaterThan(7);
  expect(values.filter((value) => !isKnownIssue(value))).toEqual([]);
});

it("knows what the schemas say in words of their own", () => {
  const own = sourcesIn("flow-engine/src").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\.(?:regex|refine)\([^"]*?, "([^"]+)"\)/g)].map(
      ([, words]) => words,
    ),
  );
  expect(own.length).toBeGreaterThan(3);
  expect(own.filter((words) => !isKnownIssue(`${words}.`))).toEqual([]);
});

it("says the step, the place and what is wrong there in the reader's language", async () => {
  const definition = {
    format: "hilo.flow/1",
    name: "F",
    nodes: [{ id: "menu", type: "buttons", data: { text: 7, options: [{ id: "a b", title: "A" }] } }],
    edges: [],
  };
  const messages = check(definition)
    .filter(({ code }) => code === "node-data-invalid")
    .map(({ message }) => message);
  expect(messages).toContain("buttons “menu”: text: a text is wanted here, and a number was given.");
  await speak("es");
  const said = messages.map((message) => problemWords({ message }));
  expect(said).toContain("Botones “menu”: text: aquí se espera un texto, pero llegó un número.");
  expect(said).toContain("Botones “menu”: options.0.id: usa solo letras, números, _ y -.");
  const parsed = parseFlow({ ...definition, name: "" });
  expect(parsed.ok ? [] : parsed.problems.map(({ message }) => problemWords({ message }))).toEqual([
    "name: aquí hay que escribir algo.",
  ]);
  expect(
    errorWords("This is not a flow that can be saved: name: something has to be written here.", 422),
  ).toBe("Este flujo no se puede guardar: name: aquí hay que escribir algo.");
  await speak("pt");
  expect(issueWords("mode: one of these is wanted here: any, all.")).toBe(
    "mode: aqui se espera um destes: any, all.",
  );
  expect(issueWords("x: Something else.")).toBe("x: Something else.");
});
