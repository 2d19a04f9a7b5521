/** The note step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("writes down what is typed", async () => {
  const { user, card, data, expectSound } = openStep("note");
  expect(card().textContent).toBe("Nothing written yet");
  await user.type(screen.getByLabelText("Note"), "Likes tea");
  expect(data()).toEqual({ text: "Likes tea" });
  expect(card().textContent).toBe("Likes tea");
  expectSound();
});
