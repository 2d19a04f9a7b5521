import { expect, it } from "vitest";
import { previewTemplate } from "./preview.ts";

const env = {
  order: "A-1",
  contact: { name: "Ana" },
  system: { now: "2026-03-02T09:00:00.000Z", timeZone: "Europe/Madrid", language: "en" },
};

it("fills a template in, filters and all", () => {
  expect(previewTemplate("Hi {{ contact.name | upcase }}, {{ order }}{{ gone }}", env)).toEqual({
    text: "Hi ANA, A-1",
  });
});

it("says what is wrong instead of failing", () => {
  expect(previewTemplate("{{ name | shout }}", env)).toMatchObject({
    problem: expect.stringContaining("shout"),
  });
  expect(previewTemplate("{% if a %}", env)).toHaveProperty("problem");
  expect(previewTemplate("{% for a in (1..100000) %}x{% endfor %}", env)).toHaveProperty("problem");
});
