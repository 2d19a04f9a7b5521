/** The step that goes through a list. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("begins without a list and reads out what it goes through", async () => {
  const { user, card, data, expectSound } = openStep("for-each");
  expect(card().textContent).toBe("Each item of ?");
  await user.type(screen.getByLabelText("List"), "order.items");
  await user.clear(screen.getByRole("combobox", { name: "Call each item" }));
  await user.type(screen.getByRole("combobox", { name: "Call each item" }), "thing");
  await user.type(screen.getByRole("combobox", { name: "Call its number" }), "n");
  await user.clear(screen.getByLabelText("Items at most"));
  await user.type(screen.getByLabelText("Items at most"), "5");
  expect(data()).toEqual({ list: "order.items", itemAs: "thing", indexAs: "n", max: 5 });
  expect(card().textContent).toBe("Each thing of order.items");
  await user.clear(screen.getByRole("combobox", { name: "Call its number" }));
  expect(data()).not.toHaveProperty("indexAs");
  expectSound();
});
