/** The contact card step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("fills in a card, with as many numbers as somebody has", async () => {
  const { user, card, data, expectSound } = openStep("contact-card");
  expect(card().textContent).toBe("Nobody's card yet");
  await user.type(screen.getByLabelText("Name on card 1"), "Lucía");
  await user.type(screen.getByLabelText("Phone 1 of card 1"), "+34600111222");
  await user.click(screen.getByRole("button", { name: "Add a phone number" }));
  await user.type(screen.getByLabelText("Phone 2 of card 1"), "+34600333444");
  await user.click(screen.getByRole("button", { name: "Add an e-mail address" }));
  await user.type(screen.getByLabelText("E-mail 1 of card 1"), "l@example.org");
  expect(data()).toEqual({
    contacts: [{ name: "Lucía", phones: ["+34600111222", "+34600333444"], emails: ["l@example.org"] }],
  });
  expect(card().textContent).toBe("Lucía+34600111222, +34600333444");
  expectSound();
});

it("keeps at least one card, and leaves no trace of a business that was emptied again", async () => {
  const contacts = [{ name: "A", phones: [], emails: [], organization: "B" }];
  const { user, data } = openStep("contact-card", { contacts });
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Remove card 1" }).disabled).toBe(true);
  await user.clear(screen.getByLabelText("Business of card 1"));
  expect(data()).toEqual({ contacts: [{ name: "A", phones: [], emails: [] }] });
});
