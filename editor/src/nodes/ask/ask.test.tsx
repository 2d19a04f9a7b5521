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
  await user.click(screen.getByRole("switch", { name: /^Can be skipped/, hidden: true }));
  await user.type(screen.getByLabelText("Words to skip the question"), ", later");
  await user.type(screen.getByLabelText("At most this many letters"), "40");
  expect(data()).toMatchObject({ skipWord: "skip, later", max: 40 });
  expectSound();
  await user.click(screen.getByRole("switch", { name: /^Can be skipped/, hidden: true }));
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

it("offers options of a choice with the limits of buttons, and several of them", async () => {
  const { user, card, data, expectSound } = openStep("ask");
  await pick(user, "The answer is", "One or several of some options");
  await user.type(screen.getByRole("textbox", { name: "Option 1" }), "Tea");
  await user.type(screen.getByRole("textbox", { name: "Option 2" }), "Coffee");
  expect(screen.getByText("Shown as buttons.")).toBeDefined();
  expect(screen.getByText("6/20")).toBeDefined();
  await user.click(screen.getByRole("switch", { name: /^Several may be chosen/, hidden: true }));
  await user.type(screen.getByRole("textbox", { name: /^Button that ends/ }), "Enough");
  expect(data()).toMatchObject({
    kind: "choice",
    several: true,
    doneLabel: "Enough",
    options: [{ title: "Tea" }, { title: "Coffee" }],
  });
  expect(card().textContent).toContain("Tea / Coffee");
  expectSound();
  for (let more = 0; more < 2; more++)
    await user.click(screen.getByRole("button", { name: "Add an option" }));
  expect(screen.getByText("Shown as a list.")).toBeDefined();
  expect(screen.getByText("6/24")).toBeDefined();
});

it("shows yes and no as buttons with the words of the flow's language", async () => {
  const { user, data } = openStep("ask");
  await pick(user, "The answer is", "Yes or no");
  expect(data()).toMatchObject({ kind: "yes-no", showOptions: true });
  expect(screen.getByRole("textbox", { name: /^Button for yes/ }).getAttribute("placeholder")).toBe("Yes");
  await user.click(screen.getByRole("switch", { name: /^Show the answers to tap/, hidden: true }));
  expect(screen.queryByRole("textbox", { name: /^Button for yes/ })).toBeNull();
});

it("leaves rules of another kind behind", async () => {
  const { user, data, expectSound } = openStep("ask", {
    text: "?",
    saveAs: "a",
    pattern: "x",
    max: 3,
    skipWord: "no",
  });
  await pick(user, "The answer is", "A time of day");
  expect(data()).not.toHaveProperty("pattern");
  expect(data()).not.toHaveProperty("max");
  await user.type(screen.getByLabelText("Not before"), "09:00");
  expect(data()).toMatchObject({ kind: "time", earliest: "09:00", skipWord: "no" });
  expectSound();
});
