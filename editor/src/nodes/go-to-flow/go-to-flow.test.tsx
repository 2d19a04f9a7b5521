/** The step that leaves for another flow. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { OTHER_FLOW, openStep } from "../open-step.tsx";

it("begins without a flow and takes one by its name", async () => {
  const { user, card, data, expectSound } = openStep("go-to-flow");
  expect(card().textContent).toBe("No flow chosen yet");
  await user.click(screen.getByRole("combobox", { name: "Flow" }));
  await user.click(await screen.findByRole("option", { name: OTHER_FLOW.name }));
  expect(data()).toMatchObject({ flow: OTHER_FLOW.name, keepVariables: "all" });
  expect(card().textContent).toBe(OTHER_FLOW.name);
  expectSound();
});

it("keeps the variables that are named", async () => {
  const { user, data, expectSound } = openStep("go-to-flow", { flow: "Menu" });
  expect(screen.queryByLabelText("Variables to keep")).toBeNull();
  await user.click(screen.getByRole("combobox", { name: "It keeps" }));
  await user.click(await screen.findByRole("option", { name: "Only these" }));
  await user.type(screen.getByRole("combobox", { name: "Variables to keep" }), "first name{Enter}");
  expect(data()).toMatchObject({ keepVariables: "listed", keep: ["first_name"] });
  await user.click(screen.getByRole("button", { name: "Give a value" }));
  await user.type(screen.getByLabelText("Value 1"), "5");
  expect(data()).toMatchObject({ inputs: [{ name: "value", value: "5" }] });
  expectSound();
});
