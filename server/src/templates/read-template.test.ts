import { describe, expect, test } from "vitest";
import { readTemplate } from "./read-template.ts";

const BODY = { type: "BODY", text: "Hola" };

describe("what has to be filled in", () => {
  test("numbered variables, in the order of their numbers and each once, with their examples", () => {
    const { fields, preview } = readTemplate([
      {
        type: "BODY",
        text: "Pedido {{2}} de {{1}}: {{2}}",
        example: { body_text: [["Ana", "A-17"]] },
      },
    ]);
    expect(fields.body).toEqual([
      { name: null, example: "Ana" },
      { name: null, example: "A-17" },
    ]);
    expect(preview.body).toBe("Pedido {{2}} de {{1}}: {{2}}");
  });

  test("named variables keep their names", () => {
    const { fields } = readTemplate([
      {
        type: "body",
        text: "Hola {{first_name}}, el {{ day }}",
        example: { body_text_named_params: [{ param_name: "day", example: "lunes" }] },
      },
    ]);
    expect(fields.body).toEqual([
      { name: "first_name", example: null },
      { name: "day", example: "lunes" },
    ]);
  });

  test.each([
    [{ format: "TEXT", text: "Oferta" }, null],
    [
      { format: "TEXT", text: "Pedido {{1}}", example: { header_text: ["17"] } },
      { kind: "text", name: null, example: "17" },
    ],
    [
      { format: "IMAGE", example: { header_handle: ["https://…"] } },
      { kind: "media", media: "image" },
    ],
    [{ format: "VIDEO" }, { kind: "media", media: "video" }],
    [{ format: "DOCUMENT" }, { kind: "media", media: "document" }],
    [{ format: "LOCATION" }, { kind: "location" }],
  ])("a header %j needs %j", (header, field) => {
    expect(readTemplate([{ type: "HEADER", ...header }, BODY]).fields.header).toEqual(field);
  });

  test("all buttons keep their places, and only those that take something ask for it", () => {
    const { fields, preview } = readTemplate([
      BODY,
      {
        type: "BUTTONS",
        buttons: [
          { type: "QUICK_REPLY", text: "Sí" },
          { type: "URL", text: "Ver", url: "https://example.com/{{1}}", example: ["17"] },
          { type: "URL", text: "Web", url: "https://example.com" },
          { type: "PHONE_NUMBER", text: "Llamar", phone_number: "+34600000000" },
          { type: "COPY_CODE", example: "AHORRA" },
          { type: "FLOW", text: "Rellenar", flow_id: "1" },
        ],
      },
    ]);
    expect(fields.buttons).toEqual([
      { kind: "quick-reply", label: "Sí", example: null },
      { kind: "url", label: "Ver", example: "17" },
      { kind: "other", label: "Web", example: null },
      { kind: "other", label: "Llamar", example: null },
      { kind: "copy-code", label: "Copy code", example: "AHORRA" },
      { kind: "form", label: "Rellenar", example: null },
    ]);
    expect(preview.buttons.map(({ kind, target }) => [kind, target])).toEqual([
      ["quick-reply", null],
      ["url", "https://example.com/{{1}}"],
      ["url", "https://example.com"],
      ["phone", "+34600000000"],
      ["copy-code", null],
      ["form", null],
    ]);
  });
});

test("what can't be filled in is named", () => {
  const { unsupported } = readTemplate([
    { type: "HEADER", format: "PRODUCT" },
    BODY,
    { type: "CAROUSEL", cards: [] },
    { type: "BUTTONS", buttons: [{ type: "MPM", text: "Ver" }] },
  ]);
  expect(unsupported).toEqual(["a header of the kind product", "a carousel", "a list of products"]);
});

test.each([[null], ["nonsense"], [[null, 3, { type: 7 }, { type: "BODY", text: 5, example: "x" }]]])(
  "%j is read without an error",
  (components) => {
    const { fields } = readTemplate(components);
    expect(fields).toEqual({ header: null, body: [], buttons: [] });
  },
);
