/** The end step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("has nothing to set and says what happens", () => {
  const { card, expectSound } = openStep("end");
  expect(card().textContent).toBe("");
  expect(screen.getByText(/The flow ends here/)).toBeDefined();
  expectSound();
});
