/** The opt out step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("is about everything, or about a topic", async () => {
  const { user, card, data, expectSound } = openStep("opt-out");
  expect(card().textContent).toBe("Wants to hear no more");
  expectSound();
  await user.type(screen.getByRole("combobox", { name: "Topic" }), "offers");
  expect(data()).toEqual({ topic: "offers" });
  expect(card().textContent).toBe("Wants to hear no more about offers");
  expectSound();
});
