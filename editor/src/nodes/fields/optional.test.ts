/** Empty optional fields leave no trace in the definition. */
import { expect, it } from "vitest";
import { withOptional } from "./optional.ts";

it("writes a value and takes the key away when it is empty", () => {
  const data: { text: string; footer?: string } = { text: "a" };
  expect(withOptional(data, "footer", "b")).toEqual({ text: "a", footer: "b" });
  expect(withOptional({ text: "a", footer: "b" }, "footer", "")).not.toHaveProperty("footer");
});
