/** The step that marks messages as read. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("has nothing to choose and says what customers see", () => {
  const { card, expectSound } = openStep("mark-read");
  expect(card().textContent).toBe("Shows the customer's messages as read");
  expect(screen.getByText(/blue ticks on WhatsApp/)).toBeDefined();
  expectSound();
});
