/** The AI read step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("names the values to find, what each is and which may be missing", async () => {
  const { user, card, data, expectSound } = openStep("ai-extract");
  const name = screen.getByRole("combobox", { name: "Variable for value 1" });
  await user.clear(name);
  await user.type(name, "people");
  await user.click(screen.getByRole("combobox", { name: "Kind of value 1" }));
  await user.click(await screen.findByRole("option", { name: "a number" }));
  await user.type(screen.getByLabelText("What to look for as value 1"), "How many come");
  await user.click(screen.getByRole("checkbox", { name: /Needed/ }));
  expect(data()).toMatchObject({
    fields: [{ name: "people", type: "number", description: "How many come", required: false }],
  });
  expect(card().textContent).toContain("→ people");
  expectSound();
});

it("adds values under names that differ", async () => {
  const { user, data, expectSound } = openStep("ai-extract");
  await user.click(screen.getByRole("button", { name: "Add a value" }));
  const { fields } = data() as { fields: { name: string }[] };
  expect(new Set(fields.map(({ name }) => name)).size).toBe(2);
  expectSound();
});
