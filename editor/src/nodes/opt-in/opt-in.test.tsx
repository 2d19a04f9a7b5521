/** The opt in step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("is about everything, or about a topic", async () => {
  const { user, card, data, expectSound } = openStep("opt-in");
  expect(card().textContent).toBe("Wants to hear from you");
  expectSound();
  await user.type(screen.getByRole("combobox", { name: "Topic" }), "offers");
  expect(data()).toEqual({ topic: "offers" });
  expect(card().textContent).toBe("Wants to hear about offers");
  expectSound();
});
