/** A template's buttons, from what fills them in or from the platform's own components. */
import type { ContentOf } from "@hilo/flow-engine";
import { expect, test } from "vitest";
import { templateButtons } from "./template-buttons.ts";

const template = (more: Partial<ContentOf<"template">>): ContentOf<"template"> => ({
  type: "template",
  name: "t",
  language: "es",
  ...more,
});

test("they stand in their order, called by their label or by what is known", () => {
  const parameters: ContentOf<"template">["parameters"] = {
    body: [],
    buttons: [
      { kind: "copy-code", index: 2, code: "SAVE10" },
      { kind: "quick-reply", index: 0, payload: "yes" },
      { kind: "url", index: 1, text: "9", label: "Seguir" },
      { kind: "form", index: 3, token: "t" },
    ],
  };
  expect(templateButtons(template({ parameters })).map(({ title }) => title)).toEqual([
    "yes",
    "Seguir",
    "Copy the code SAVE10",
    "Open the form",
  ]);
});

test("components that a caller sent are read, what is no button or not understood is left out", () => {
  const components = [
    { type: "body", parameters: [{ type: "text", text: "x" }] },
    { type: "button", sub_type: "copy_code", index: 1, parameters: [{ coupon_code: "SAVE10" }] },
    {
      type: "button",
      sub_type: "quick_reply",
      index: "0",
      parameters: [{ type: "payload", payload: "yes" }],
    },
    { type: "button", sub_type: "quick_reply", index: "2", parameters: [] },
    { type: "button", sub_type: "catalog", index: "3", parameters: [] },
    { type: "button" },
  ];
  expect(templateButtons(template({ components }))).toEqual([
    { kind: "quick-reply", index: 0, title: "yes", payload: "yes" },
    { kind: "copy-code", index: 1, title: "Copy the code SAVE10" },
  ]);
});
