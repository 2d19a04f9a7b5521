/** The template step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep, pick } from "../open-step.tsx";

it("begins without a template and takes one with its variables, by order or by name", async () => {
  const { user, card, data, expectSound } = openStep("template");
  expect(card().textContent).toBe("No template yet");
  await user.type(screen.getByLabelText("Template"), "order_update");
  await user.type(screen.getByLabelText("Language"), "es");
  expect(card().textContent).toBe("order_update · es");
  await user.click(screen.getByRole("button", { name: "Add a variable" }));
  await user.type(screen.getByLabelText("Value of variable 1"), "A-1");
  expect(data()?.body).toEqual([{ text: "A-1" }]);
  await user.type(screen.getByLabelText("Name of variable 1"), "order");
  expect(data()?.body).toEqual([{ name: "order", text: "A-1" }]);
  await user.type(screen.getByLabelText("The template's words"), "On its way");
  expect(card().textContent).toBe("On its wayorder_update · es");
  expectSound();
});

it("gives quick replies ways out, and a button of another kind keeps its words", async () => {
  const { user, data, expectSound } = openStep("template");
  expect(screen.queryByText("Wrong or no answer")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Add a button" }));
  await user.type(screen.getByLabelText("Words on button 1"), "Confirm");
  expect(data()?.buttons).toEqual([{ kind: "quick-reply", id: "opt-0", title: "Confirm" }]);
  expect(screen.getByText("Wrong or no answer")).toBeDefined();
  await pick(user, "Kind of button 1", "Address with a variable");
  await user.type(screen.getByLabelText("What fills in button 1"), "A-1");
  expect(data()?.buttons).toEqual([{ kind: "url", label: "Confirm", text: "A-1" }]);
  expectSound();
});

it("fills in a header of any kind", async () => {
  const { user, data, expectSound } = openStep("template");
  await pick(user, "In the header", "A place");
  await user.type(screen.getByLabelText("Latitude"), "36.5");
  expect(data()?.header).toEqual({ kind: "location", latitude: "36.5", longitude: "" });
  expectSound();
  await pick(user, "In the header", "A document");
  await user.type(screen.getByLabelText("File name"), "bill.pdf");
  expect(data()?.header).toEqual({
    kind: "media",
    media: { kind: "document", url: "", filename: "bill.pdf" },
  });
  await pick(user, "In the header", "Nothing to fill in");
  expect(data()).not.toHaveProperty("header");
});

it("takes an approved template with all that is to be filled in, and keeps what was", async () => {
  const { user, data, expectSound } = openStep("template", {
    name: "other",
    language: "es",
    body: [{ text: "{{ contact.name }}" }],
    buttons: [{ kind: "quick-reply", id: "opt-7", title: "Yes" }],
    retries: 2,
  });
  expect(screen.getByText(/approved no template of this name/)).toBeDefined();
  await pick(user, "Approved templates", "appointment · es");
  expect(data()).toMatchObject({
    name: "appointment",
    language: "es",
    header: { kind: "media", media: { kind: "image", url: "" } },
    body: [{ text: "{{ contact.name }}" }, { text: "" }],
    buttons: [
      { kind: "quick-reply", id: "opt-7", title: "Allí estaré" },
      { kind: "url", label: "Cambiar", text: "" },
    ],
    text: "Hola {{ contact.name }}, te esperamos el lunes.",
  });
  expect(screen.queryByText(/approved no template of this name/)).toBeNull();
  expectSound();
});
