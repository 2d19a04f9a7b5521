/** The question step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep, pick } from "../open-step.tsx";

it("begins with any text kept as “answer”, and shows what is typed", async () => {
  const { user, card, data, expectSound } = openStep("ask");
  expect(card().textContent).toContain("Any text → answer");
  await user.type(screen.getByLabelText("Question"), "Your e-mail?");
  await user.click(screen.getByRole("combobox", { name: "The answer is" }));
  await user.click(await screen.findByRole("option", { name: "An e-mail address" }));
  expect(data()).toMatchObject({ text: "Your e-mail?", kind: "email" });
  expectSound();
});

it("says that a name is missing, and keeps spaces out of it", async () => {
  const { user, card, data } = openStep("ask");
  const name = screen.getByRole("combobox", { name: "Remember it as" });
  await user.clear(name);
  expect(screen.getByText(/Give it a name/)).toBeDefined();
  expect(card().textContent).toContain("→ ?");
  await user.type(name, "first name");
  expect(data()).toMatchObject({ saveAs: "first_name" });
});

it("writes rules only while they are filled in", async () => {
  const { user, data, expectSound } = openStep("ask");
  await user.click(screen.getByRole("button", { name: "Rules for the answer" }));
  await user.type(screen.getByLabelText("Word to skip the question"), "skip");
  await user.type(screen.getByLabelText("At most this many letters"), "40");
  expect(data()).toMatchObject({ skipWord: "skip", max: 40 });
  expectSound();
  await user.clear(screen.getByLabelText("Word to skip the question"));
  expect(data()).not.toHaveProperty("skipWord");
});

it("lets a question be skipped by our words, by its own, or not at all", async () => {
  const { user, data, expectSound } = openStep("ask");
  await user.click(screen.getByRole("button", { name: "Rules for the answer" }));
  const may = () => screen.getByRole("switch", { name: /^It may be skipped/, hidden: true });
  await user.click(may());
  expect(data()).toMatchObject({ skippable: true });
  expectSound();
  await user.type(screen.getByLabelText("Word to skip the question"), "nada");
  expect(data()).toMatchObject({ skippable: true, skipWord: "nada" });
  await user.click(may());
  expect(data()).not.toHaveProperty("skippable");
  expect(data()).not.toHaveProperty("skipWord");
});

it("waits for an hour once it is told not to wait for ever", async () => {
  const { user, data } = openStep("ask");
  await user.click(screen.getByRole("button", { name: "Wrong or no answer" }));
  const wait = () => screen.getByRole("switch", { name: /^Go on without an answer/, hidden: true });
  await user.click(wait());
  expect(data()).toMatchObject({ timeoutMinutes: 60 });
  await user.click(wait());
  expect(data()).not.toHaveProperty("timeoutMinutes");
});

it("begins a choice with an option, takes more with ids of their own, and lets several be chosen", async () => {
  const { user, data, expectSound } = openStep("ask");
  await pick(user, "The answer is", "One or more of some options");
  await user.type(screen.getByLabelText("Option 1"), "Cheese");
  await user.click(screen.getByRole("button", { name: "Add an option" }));
  await user.type(screen.getByLabelText("Option 2"), "Ham");
  expect(screen.getByText("Shown as buttons.")).toBeDefined();
  await user.click(screen.getByRole("switch", { name: /^Several may be chosen/ }));
  await user.type(screen.getByLabelText("At most"), "2");
  expect(data()).toMatchObject({
    kind: "choice",
    options: [
      { id: "opt-0", title: "Cheese" },
      { id: "opt-1", title: "Ham" },
    ],
    multiple: { min: 1, max: 2 },
  });
  expectSound();
  await pick(user, "The answer is", "Any text");
  expect(data()).not.toHaveProperty("options");
});

it("offers marks to be tapped when it is told to", async () => {
  const { user, data } = openStep("ask", {
    text: "How was it?",
    kind: "rating",
    saveAs: "mark",
    max: 3,
    retries: 2,
  });
  const phone = screen.getByRole("img", { name: "Preview on WhatsApp" });
  expect(phone.textContent).toBe("How was it?");
  await user.click(screen.getByRole("switch", { name: /^Offer the answers/ }));
  expect(data()).toMatchObject({ offer: true });
  expect(phone.textContent).toBe("How was it?321");
});

it("bounds times of day, and forgets that for another kind", async () => {
  const { user, data, expectSound } = openStep("ask", {
    text: "?",
    saveAs: "a",
    kind: "time",
    earliest: "08:00",
  });
  await user.type(screen.getByLabelText("Not after"), "18:00");
  expect(data()).toMatchObject({ earliest: "08:00", latest: "18:00" });
  expectSound();
  await user.click(screen.getByRole("combobox", { name: "The answer is" }));
  await user.click(await screen.findByRole("option", { name: "Yes or no" }));
  expect(data()).not.toHaveProperty("earliest");
});

it("takes a pattern and bounds away that the new kind has no field for", async () => {
  const { user, data } = openStep("ask", { text: "?", saveAs: "a", kind: "text", pattern: "[A-Z", min: 300 });
  await user.click(screen.getByRole("combobox", { name: "The answer is" }));
  await user.click(await screen.findByRole("option", { name: "A rating" }));
  expect(data()).toEqual({ text: "?", saveAs: "a", kind: "rating", retries: 2 });
});
