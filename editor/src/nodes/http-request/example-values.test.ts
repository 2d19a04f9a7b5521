/** Values of a request that is tried. */
import { expect, it } from "vitest";
import { exampleText, withTyped } from "./example-values.ts";

const ENV = { order: "blue", contact: { name: "Ana" }, list: ["one", "two"] };

it.each([
  ["order", "blue"],
  ["contact.name", "Ana"],
  ["list", '["one","two"]'],
  ["list.1", "two"],
  ["nothing.of.it", ""],
  ["contact.constructor", ""],
])("the example of %s is %j", (path, text) => {
  expect(exampleText(ENV, path)).toBe(text);
});

it("puts what is typed in its place and leaves the examples as they were", () => {
  const typed = { "order.id": "17", order: "none", "contact.name": "Eva", list: "[1]", other: "{ not JSON" };
  const paths = ["order.id", "order", "contact.name", "list", "other", "contact.email"];
  expect(withTyped(ENV, paths, typed)).toEqual({
    order: { id: "17" },
    contact: { name: "Eva" },
    list: [1],
    other: "{ not JSON",
  });
  expect(ENV.contact.name).toBe("Ana");
});

it("writes into no prototype", () => {
  withTyped(ENV, ["__proto__.bad", "contact.__proto__.bad"], {
    "__proto__.bad": "x",
    "contact.__proto__.bad": "x",
  });
  expect(Reflect.get({}, "bad")).toBeUndefined();
});
