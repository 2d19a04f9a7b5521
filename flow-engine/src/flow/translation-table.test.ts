import { describe, expect, it } from "vitest";
import { type Flow, flowSchema } from "./schema.ts";
import { completeness, sortTranslations, translationRows } from "./translation-table.ts";

const flow: Flow = flowSchema.parse({
  format: "hilo.flow/1",
  name: "F",
  language: "en",
  settings: { errorMessage: "Sorry" },
  nodes: [
    { id: "a", type: "text", name: "Hello", data: { text: "Hi" } },
    { id: "b", type: "buttons", data: { text: "Choose", options: [{ id: "opt-0", title: "One" }] } },
    { id: "c", type: "set", data: { assignments: [{ name: "x", value: "not for customers" }] } },
    { id: "d", type: "text", data: { text: " " } },
    { id: "e", type: "unheard-of", data: {} },
  ],
  translations: {
    es: { a: { text: "Hola" }, "@flow": { errorMessage: "Perdón" }, gone: { text: "x" } },
    pt: {},
  },
});

it("lists what customers read, by step, and the flow's own texts last", () => {
  expect(translationRows(flow).map(({ nodeId, key, source }) => [nodeId, key, source])).toEqual([
    ["a", "text", "Hi"],
    ["b", "text", "Choose"],
    ["b", "options.opt-0.title", "One"],
    ["@flow", "errorMessage", "Sorry"],
  ]);
  expect(translationRows(flow)[2]).toMatchObject({ where: "buttons: the title of button 1", limit: 20 });
});

it("counts what each language has of them, not what belongs to steps that are gone", () => {
  expect(completeness(flow)).toEqual([
    { language: "es", done: 2, all: 4 },
    { language: "pt", done: 0, all: 4 },
  ]);
});

describe("translations that come back", () => {
  const given = (nodeId: string, key: string, text: string, more = {}) => ({
    language: "es",
    nodeId,
    key,
    text,
    ...more,
  });

  it("are told apart: fitting, unknown, outdated, nothing new", () => {
    const sorted = sortTranslations(flow, [
      given("b", "text", "Elige", { source: "Choose" }),
      given("b", "options.opt-0.title", "Uno", { source: "The first" }),
      given("a", "text", "Hola"),
      given("a", "text", " "),
      given("zzz", "text", "?"),
      { ...given("a", "text", "Salut"), language: "fr" },
    ]);
    expect(sorted.fitting.map(({ text }) => text)).toEqual(["Elige", "Uno"]);
    expect(sorted.outdated.map(({ text }) => text)).toEqual(["Uno"]);
    expect(sorted.unknown.map(({ text }) => text)).toEqual(["?", "Salut"]);
    expect(sorted.unchanged).toBe(2);
  });
});
