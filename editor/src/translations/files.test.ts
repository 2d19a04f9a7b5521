import { type Flow, sortTranslations } from "@hilo/flow-engine";
import { expect, it } from "vitest";
import { openDocument } from "../document/flow-document.ts";
import { readCsv, writeCsv } from "./csv.ts";
import { readPo, writePo } from "./po.ts";

const NASTY = '=HYPERLINK("x"), "quoted"\nsecond line';
const flow: Flow = openDocument({
  format: "hilo.flow/1",
  name: "F",
  language: "en",
  nodes: [
    { id: "a", type: "text", name: "Hello", data: { text: NASTY } },
    { id: "b", type: "text", data: { text: "-1 \\ tab\tü" } },
    { id: "c", type: "text", data: { text: NASTY } },
  ],
  translations: {
    es: { a: { text: "=Hola; ñ" }, b: { text: "'quoted'" } },
    "pt-BR": { c: { text: "Olá\n\nduas" } },
  },
});
const empty: Flow = { ...flow, translations: { es: {}, "pt-BR": {} } };
const texts = (given: readonly { language: string; nodeId: string; text: string }[]) =>
  given.map(({ language, nodeId, text }) => `${language} ${nodeId} ${text}`).sort();
const ALL = ["es a =Hola; ñ", "es b 'quoted'", "pt-BR c Olá\n\nduas"];

it("a table comes back as it went out, with nothing outdated, and no cell is a formula", () => {
  const csv = writeCsv(flow);
  const { fitting, outdated, unknown } = sortTranslations(empty, readCsv(csv, flow));
  expect([texts(fitting), outdated, unknown]).toEqual([ALL, [], []]);
  expect(csv).not.toMatch(/(^|,|")[=+@-]/m);
});

it("a PO file of each language comes back as it went out", () => {
  const read = Object.keys(flow.translations).flatMap((language) => readPo(writePo(flow, language)));
  const { fitting, outdated, unknown } = sortTranslations(empty, read);
  expect([texts(fitting), outdated, unknown]).toEqual([ALL, [], []]);
});

it("a tool's guess is not taken for a translation", () => {
  const po = writePo(flow, "es").replace('msgctxt "a/text"', '#, fuzzy\nmsgctxt "a/text"');
  expect(texts(readPo(po).filter(({ text }) => text !== ""))).toEqual(["es b 'quoted'"]);
});

it("other tables and files are refused with what to do", () => {
  expect(() => readCsv("a,b\n1,2", flow)).toThrow(/Export it here/);
  expect(() => readPo('msgid "a"\nmsgstr "b"')).toThrow(/Export one here/);
});
