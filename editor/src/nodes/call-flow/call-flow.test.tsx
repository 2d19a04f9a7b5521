/** The step that runs another flow. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { OTHER_FLOW, openStep } from "../open-step.tsx";

it("begins without a flow and takes one by its name", async () => {
  const { user, card, data, expectSound } = openStep("call-flow");
  expect(card().textContent).toBe("No flow chosen yet");
  await user.click(screen.getByRole("combobox", { name: "Flow" }));
  await user.click(await screen.findByRole("option", { name: OTHER_FLOW.name }));
  expect(data()).toMatchObject({ flow: OTHER_FLOW.name });
  expect(card().textContent).toBe(OTHER_FLOW.name);
  expectSound();
});

it("shows the name of a flow that is kept by its id", () => {
  const { card } = openStep("call-flow", { flow: OTHER_FLOW.id, inputs: [], outputs: [] });
  expect(card().textContent).toBe(OTHER_FLOW.name);
});

it("gives values and takes some back", async () => {
  const { user, data } = openStep("call-flow", { flow: "Other", inputs: [], outputs: [] });
  await user.click(screen.getByRole("button", { name: "Give a value" }));
  await user.type(screen.getByLabelText("Value 1"), "5");
  await user.click(screen.getByRole("button", { name: "Take a value" }));
  await user.clear(screen.getByLabelText("Result 1 is called here"));
  await user.type(screen.getByLabelText("Result 1 is called here"), "street name");
  expect(data()).toMatchObject({
    inputs: [{ name: "value", value: "5" }],
    outputs: [{ from: "answer", to: "street_name" }],
  });
});

it("says what a value is, and writes nothing for a text", async () => {
  const { user, data, expectSound } = openStep("call-flow", {
    flow: "Other",
    inputs: [{ name: "order", value: "{{ order }}" }],
    outputs: [],
  });
  const choose = async (label: string) => {
    await user.click(screen.getByRole("combobox", { name: "Type of value 1" }));
    await user.click(await screen.findByRole("option", { name: label }));
  };
  await choose("as data (JSON)");
  expect(data()).toMatchObject({ inputs: [{ name: "order", as: "json" }] });
  expectSound();
  await choose("as a text");
  expect(data()).toEqual({ flow: "Other", inputs: [{ name: "order", value: "{{ order }}" }], outputs: [] });
});
