/** Lines of a JSON answer, and names for what is kept of it. */
import { describe, expect, it } from "vitest";
import { jsonLines, nameFor } from "./json-lines.ts";

const pathsOf = (json: unknown) => jsonLines(json, 100).map(({ path }) => path);

describe("lines", () => {
  it("have brackets, names, values and how deep they stand", () => {
    const lines = jsonLines({ id: 7, items: [{ name: "té" }], none: [], gone: null }, 100);
    expect(lines.map(({ depth, name, text }) => `${"  ".repeat(depth)}${name ?? ""}|${text}`)).toEqual([
      "|{",
      "  id|7",
      "  items|[",
      "    0|{",
      '      name|"té"',
      "    |}",
      "  |]",
      "  none|[]",
      "  gone|null",
      "|}",
    ]);
  });
  it("lead to what they show", () => {
    expect(pathsOf({ items: [{ name: "té" }] })).toEqual([
      "",
      "items",
      "items.0",
      "items.0.name",
      null,
      null,
      null,
    ]);
    expect(pathsOf("just a text")).toEqual([""]);
  });
  it("lead nowhere below a name that a path can't hold", () => {
    expect(pathsOf({ "a.b": { c: 1 }, "": 2 })).toEqual(["", null, null, null, null, null]);
    expect(pathsOf({ ["x".repeat(201)]: 1 })[1]).toBeNull();
  });
  it("are no more than asked for", () => {
    expect(
      jsonLines(
        Array.from({ length: 1_000 }, () => 1),
        50,
      ),
    ).toHaveLength(50);
  });
});

it.each([
  ["items.0.name", [], "name"],
  ["items.0", [], "items"],
  ["0", [], "answer"],
  ["", [], "answer"],
  ["name", ["name", "name_2"], "name_3"],
  ["order id", [], "order_id"],
  ["2fa", [], "_2fa"],
  ["contact", [], "contact_2"],
  ["señal", [], "señal"],
])("what “%s” keeps, beside %j, is called %s", (path, taken, name) => {
  expect(nameFor(path, taken)).toBe(name);
});
