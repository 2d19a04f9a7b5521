/** The track step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("counts an event with its worth and details", async () => {
  const { user, card, data, expectSound } = openStep("track");
  expect(card().textContent).toBe("No event yet");
  await user.type(screen.getByLabelText("What happened"), "sale");
  await user.type(screen.getByLabelText("What it is worth"), "12");
  await user.click(screen.getByRole("button", { name: "Details" }));
  await user.click(screen.getByRole("button", { name: "Add a detail" }));
  await user.type(screen.getByLabelText("Value of detail 1"), "tea");
  expect(data()).toEqual({ event: "sale", value: "12", properties: [{ name: "product", value: "tea" }] });
  expect(card().textContent).toBe("sale worth 12");
  expectSound();
});
