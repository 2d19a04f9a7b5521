/** The WhatsApp form step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("opens a form and keeps what is filled in", async () => {
  const { user, card, data, expectSound } = openStep("whatsapp-form");
  await user.type(screen.getByLabelText("Message"), "Where to?");
  await user.type(screen.getByLabelText("Button that opens the form"), "Fill in");
  await user.type(screen.getByLabelText("Form"), "123");
  await user.click(screen.getByRole("button", { name: "Keep a field of the form" }));
  await user.type(screen.getByLabelText("Path of part 1"), "street");
  await user.type(screen.getByRole("combobox", { name: "Keep all of it as" }), "form");
  expect(data()).toMatchObject({
    text: "Where to?",
    button: "Fill in",
    formId: "123",
    save: [{ path: "street", name: "result" }],
    saveAs: "form",
  });
  expect(card().textContent).toBe("Where to?Fill in");
  expectSound();
});

it("opens the draft only when it is asked to", async () => {
  const before = { text: "t", button: "b", formId: "1", data: [], save: [], retries: 2, draft: true };
  const { user, data } = openStep("whatsapp-form", before);
  await user.click(screen.getByRole("switch", { name: /Open the form's draft/ }));
  expect(data()).not.toHaveProperty("draft");
});
