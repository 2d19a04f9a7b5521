/** The wait step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("begins with a minute and takes another length", async () => {
  const { user, card, data, expectSound } = openStep("wait");
  expect(card().textContent).toBe("For 1 minute");
  await user.clear(screen.getByLabelText("How long"));
  await user.type(screen.getByLabelText("How long"), "3");
  await user.click(screen.getByRole("combobox", { name: "Unit" }));
  await user.click(await screen.findByRole("option", { name: "days" }));
  expect(data()).toEqual({ amount: 3, unit: "days" });
  expect(card().textContent).toBe("For 3 days");
  expectSound();
});

it("waits until a date instead, and goes back without a trace of it", async () => {
  const { user, card, data } = openStep("wait");
  await user.click(screen.getByText("Until a date"));
  await user.type(screen.getByLabelText("Date or date and time"), "2026-12-24");
  expect(data()).toMatchObject({ until: "2026-12-24" });
  expect(card().textContent).toBe("Until 2026-12-24");
  await user.click(screen.getByText("For a time"));
  expect(data()).not.toHaveProperty("until");
});
