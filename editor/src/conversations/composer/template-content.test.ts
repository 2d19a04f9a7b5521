/** Templates filled in by hand. */
import { messageContentSchema } from "@hilo/flow-engine";
import type { MediaFile, MessageTemplate } from "@hilo/server/contract";
import { describe, expect, it } from "vitest";
import { blanksOf, templateContent, templateWords } from "./template-content.ts";

const base: MessageTemplate = {
  id: "0190a000-0000-7000-8000-000000000004",
  channelId: "0190a000-0000-7000-8000-000000000002",
  channelName: "Shop",
  name: "appointment",
  language: "es",
  category: "UTILITY",
  status: "APPROVED",
  reason: null,
  quality: null,
  sendable: true,
  problem: null,
  preview: { header: null, body: "Hola {{1}}, te esperamos {{2}}.", footer: null, buttons: [] },
  fields: {
    header: null,
    body: [
      { name: null, example: "Ana" },
      { name: null, example: "el lunes" },
    ],
    buttons: [],
  },
  syncedAt: null,
};
const file: MediaFile = {
  id: "0190a000-0000-7000-8000-000000000009",
  name: "mapa.png",
  mime: "image/png",
  size: 1,
  kind: "image",
  url: "/api/v1/media/1/content",
  refusals: [],
  createdAt: "2026-01-01T00:00:00.000Z",
};

it("reads as the customer will, by the example until it is filled in", () => {
  expect(templateWords(base, { texts: {} })).toBe("Hola Ana, te esperamos el lunes.");
  expect(templateWords(base, { texts: { "body-0": "Luz" } })).toBe("Hola Luz, te esperamos el lunes.");
});

it("is not sent while a blank is empty", () => {
  expect(templateContent(base, { texts: { "body-0": "Luz", "body-1": "  " }, file: null })).toBeNull();
});

it("sends numbered variables in their order", () => {
  const content = templateContent(base, { texts: { "body-0": "Luz", "body-1": "mañana" }, file: null });
  expect(messageContentSchema.parse(content)).toEqual({
    type: "template",
    name: "appointment",
    language: "es",
    parameters: { body: [{ text: "Luz" }, { text: "mañana" }], buttons: [] },
    text: "Hola Luz, te esperamos mañana.",
  });
});

it("sends named variables by their names", () => {
  const named: MessageTemplate = {
    ...base,
    preview: { ...base.preview, body: "Hola {{first_name}}" },
    fields: { ...base.fields, body: [{ name: "first_name", example: null }] },
  };
  expect(templateContent(named, { texts: { "body-0": "Luz" }, file: null })).toMatchObject({
    parameters: { body: [{ name: "first_name", text: "Luz" }] },
    text: "Hola Luz",
  });
});

describe("with a header and buttons", () => {
  const rich: MessageTemplate = {
    ...base,
    fields: {
      header: { kind: "media", media: "image" },
      body: [],
      buttons: [
        { kind: "quick-reply", label: "Sí", example: null },
        { kind: "url", label: "Ver", example: "abc" },
        { kind: "copy-code", label: "Copiar", example: null },
        { kind: "other", label: "Llamar", example: null },
      ],
    },
    preview: { ...base.preview, body: "Hola" },
  };

  it("asks for what its buttons need, and nothing for the others", () => {
    expect(blanksOf(rich).map(({ key, name }) => [key, name])).toEqual([
      ["button-1", "Ver"],
      ["button-2", "Copiar"],
    ]);
  });

  it("waits for the file of the header, and sends each button at its place", () => {
    const texts = { "button-1": "pedido-7", "button-2": "MENOS10" };
    expect(templateContent(rich, { texts, file: null })).toBeNull();
    expect(messageContentSchema.parse(templateContent(rich, { texts, file }))).toMatchObject({
      parameters: {
        header: { kind: "media", media: { kind: "image", fileId: file.id, filename: "mapa.png" } },
        buttons: [
          { kind: "quick-reply", index: 0, payload: "Sí" },
          { kind: "url", index: 1, text: "pedido-7" },
          { kind: "copy-code", index: 2, code: "MENOS10" },
        ],
      },
    });
  });
});
