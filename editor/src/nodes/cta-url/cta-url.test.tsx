/** The link button step. */
import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep, pick } from "../open-step.tsx";

it("begins empty and shows on the phone what is typed", async () => {
  const { user, card, data, expectSound } = openStep("cta-url");
  await user.type(screen.getByLabelText("Message"), "Ready to pay");
  await user.type(screen.getByLabelText("Button"), "Pay now");
  await user.type(screen.getByLabelText("Address it opens"), "https://example.org");
  expect(data()).toEqual({ text: "Ready to pay", label: "Pay now", url: "https://example.org" });
  expect(card().textContent).toContain("Pay now");
  expect(within(screen.getByRole("img", { name: "Preview on WhatsApp" })).getByText("Pay now")).toBeDefined();
  expectSound();
});

it("counts the button against WhatsApp's 20 characters", () => {
  openStep("cta-url", { text: "t", label: "x".repeat(21), url: "https://example.org" });
  expect(screen.getByText("21/20").hasAttribute("data-over")).toBe(true);
});

it("puts a picture above the text, and takes it away again", async () => {
  const before = { text: "t", label: "l", url: "https://example.org" };
  const { user, data, expectSound } = openStep("cta-url", before);
  await user.click(screen.getByRole("button", { name: "Header and footer" }));
  await pick(user, "Above the text", "A picture");
  expect(data()?.header).toEqual({ kind: "media", media: { kind: "image", url: "" } });
  expectSound();
  await pick(user, "Above the text", "Nothing");
  expect(data()).toEqual(before);
});
