/** The typing step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("is shown for as long as is set, and never longer than WhatsApp shows it", async () => {
  const { user, card, data, expectSound } = openStep("typing");
  expect(card().textContent).toBe("Typing for 2 seconds");
  const seconds = screen.getByLabelText("Seconds");
  await user.clear(seconds);
  await user.type(seconds, "90");
  await user.tab();
  expect(data()).toEqual({ seconds: 25 });
  expectSound();
});
