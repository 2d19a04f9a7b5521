/** The step that waits for a call. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("keeps parts of the call, and waits for a day or for ever", async () => {
  const { user, card, data, expectSound } = openStep("wait-for-webhook");
  expect(card().textContent).toBe("Until another system calls");
  await user.click(screen.getByRole("button", { name: "Keep a part of what it sends" }));
  await user.type(screen.getByLabelText("Path of part 1"), "payment.status");
  await user.clear(screen.getByLabelText("Variable for part 1"));
  await user.type(screen.getByLabelText("Variable for part 1"), "payment");
  const save = [{ path: "payment.status", name: "payment" }];
  expect(data()).toEqual({ save, timeoutMinutes: 1_440 });
  expect(card().textContent).toContain("→ payment");
  expectSound();
  await user.click(screen.getByRole("switch", { name: /^Don't wait longer than/ }));
  expect(data()).toEqual({ save });
  expectSound();
});
