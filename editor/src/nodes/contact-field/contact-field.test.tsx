/** The contact field step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("sets a field of the workspace's own as a number", async () => {
  const { user, card, data, expectSound } = openStep("contact-field");
  await user.clear(screen.getByRole("combobox", { name: "Name of field 1" }));
  await user.type(screen.getByRole("combobox", { name: "Name of field 1" }), "visits");
  await user.clear(screen.getByLabelText("Value of field 1"));
  await user.type(screen.getByLabelText("Value of field 1"), "3");
  await user.click(screen.getByRole("combobox", { name: "Kind of field 1" }));
  await user.click(await screen.findByRole("option", { name: "as number" }));
  expect(data()).toEqual({ fields: [{ field: "visits", operation: "set", as: "number", value: "3" }] });
  expect(card().textContent).toBe("visits = 3");
  expectSound();
});

it("asks no kind of what every contact has, and no value of what is cleared", async () => {
  const { user, card, expectSound } = openStep("contact-field", {
    fields: [{ field: "email", operation: "set", as: "text", value: "{{ answer }}" }],
  });
  expect(screen.queryByRole("combobox", { name: "Kind of field 1" })).toBeNull();
  await user.click(screen.getByRole("combobox", { name: "What is done with field 1" }));
  await user.click(await screen.findByRole("option", { name: "clear" }));
  expect(screen.queryByLabelText("Value of field 1")).toBeNull();
  expect(card().textContent).toBe("Clear email");
  expectSound();
});
