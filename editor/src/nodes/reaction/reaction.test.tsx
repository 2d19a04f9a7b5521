/** The reaction step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("takes one of the usual emojis with a click, or any other", async () => {
  const { user, card, data, expectSound } = openStep("reaction");
  await user.click(screen.getByRole("button", { name: "🙏" }));
  expect(data()).toEqual({ emoji: "🙏" });
  expect(screen.getByRole("button", { name: "🙏" }).getAttribute("aria-pressed")).toBe("true");
  await user.clear(screen.getByLabelText("Emoji"));
  expect(card().textContent).toBe("Takes its reaction back");
  await user.type(screen.getByLabelText("Emoji"), "🎉");
  expect(card().textContent).toBe("Reacts with 🎉");
  expectSound();
});
