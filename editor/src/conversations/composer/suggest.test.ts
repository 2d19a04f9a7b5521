/** What fits to what is being typed. */
import { expect, it } from "vitest";
import { accepted, cannedAt, mentionAt } from "./suggest.ts";

const replies = [
  { id: "1", shortcut: "adios", text: "Hasta luego" },
  { id: "2", shortcut: "horario", text: "De 9 a 18, {{ contact.name }}" },
  { id: "3", shortcut: "saludo", text: "Hola, ¿adónde lo enviamos?" },
];
const asIs = (text: string) => text;
const canned = (text: string, caret = text.length) =>
  cannedAt(text, caret, replies, asIs)?.options.map(({ label }) => label);

it("offers every canned reply after a slash, then those that begin so, then those that say so", () => {
  expect(canned("/")).toEqual(["/adios", "/horario", "/saludo"]);
  expect(canned("/HOR")).toEqual(["/horario"]);
  expect(canned("/ad")).toEqual(["/adios", "/saludo"]);
});

it("offers none where the slash is not the first thing typed, nor past its word", () => {
  expect(canned("9/")).toBeUndefined();
  expect(canned("/hor ario")).toBeUndefined();
  expect(canned("/zzz")).toBeUndefined();
  expect(canned("hola")).toBeUndefined();
});

it("puts the reply, filled in, in the place of what was typed", () => {
  const found = cannedAt("/hor y más", 4, replies, (text) => text.replace("{{ contact.name }}", "Ana"));
  const [first] = found?.options ?? [];
  expect(found && first && accepted("/hor y más", 4, found, first)).toEqual({
    text: "De 9 a 18, Ana y más",
    caret: "De 9 a 18, Ana".length,
  });
});

const members = [
  { id: "a", name: "Ana Ruiz" },
  { id: "b", name: "Ángel" },
];
const named = (text: string) => mentionAt(text, text.length, members)?.options.map(({ label }) => label);

it("offers members after an @ that begins a word, whatever the accents", () => {
  expect(named("@")).toEqual(["Ana Ruiz", "Ángel"]);
  expect(named("Pregunta a @an")).toEqual(["Ana Ruiz", "Ángel"]);
  expect(named("Pregunta a @ana r")).toEqual(["Ana Ruiz"]);
  expect(named("correo@ana")).toBeUndefined();
  expect(named("@ana ruiz ya")).toBeUndefined();
});

it("writes the whole name after the @", () => {
  const text = "Ver con @áng";
  const found = mentionAt(text, text.length, members);
  const [first] = found?.options ?? [];
  expect(found && first && accepted(text, text.length, found, first).text).toBe("Ver con @Ángel ");
});
