/** The tag step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("begins without a tag, and puts some on and takes others off", async () => {
  const { user, card, data, expectSound } = openStep("tag");
  expect(card().textContent).toBe("No tag chosen yet");
  await user.type(screen.getByRole("combobox", { name: "Put on" }), "customer{Enter}");
  await user.type(screen.getByRole("combobox", { name: "Take off" }), "  lead  {Enter}");
  expect(data()).toEqual({ add: ["customer"], remove: ["lead"] });
  expect(card().textContent).toBe("+ customer− lead");
  expectSound();
});
