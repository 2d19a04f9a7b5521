/** The "set value" step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("begins with one variable and reads out what happens to it", async () => {
  const { user, card, data, expectSound } = openStep("set");
  await user.clear(screen.getByRole("combobox", { name: "Variable" }));
  await user.type(screen.getByRole("combobox", { name: "Variable" }), "total");
  await user.type(screen.getByLabelText("Value"), "5");
  await user.click(screen.getByRole("combobox", { name: "What happens to total" }));
  await user.click(await screen.findByRole("option", { name: "plus" }));
  expect(data()).toMatchObject({ assignments: [{ name: "total", operation: "add", value: "5" }] });
  expect(card().textContent).toBe("total plus 5");
  expectSound();
});

it("sets a field of the contact", async () => {
  const { user, data, card } = openStep("set");
  await user.click(screen.getByText("On the contact"));
  await user.clear(screen.getByLabelText("Field of the contact"));
  await user.type(screen.getByLabelText("Field of the contact"), "city");
  expect(data()).toMatchObject({ assignments: [{ target: "contact", name: "city" }] });
  expect(card().textContent).toContain("Contact's city becomes nothing");
});

it("needs no value to clear one", () => {
  const clear = { target: "variable", name: "a", operation: "clear", value: "", as: "text" };
  openStep("set", { assignments: [clear] });
  expect(screen.queryByLabelText("Value")).toBeNull();
});
