/** The AI answer step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("begins without a model, and takes one with what it has to know", async () => {
  const { user, card, data, expectSound } = openStep("ai-reply");
  expect(card().textContent).toBe("no model yet answers once");
  await user.type(screen.getByLabelText("What the model has to know"), "Be brief");
  await user.type(screen.getByLabelText("Model"), "gpt-4o-mini");
  await user.type(screen.getByRole("combobox", { name: "Secret" }), "openai");
  expect(data()).toMatchObject({ system: "Be brief", model: "gpt-4o-mini", secret: "openai" });
  expect(card().textContent).toBe("gpt-4o-mini answers onceBe brief");
  expectSound();
});

it("keeps an answer unsaid", async () => {
  const { user, card, data, expectSound } = openStep("ai-reply");
  await user.type(screen.getByRole("combobox", { name: "Keep the answer as" }), "greeting");
  await user.click(screen.getByLabelText("Say it to the customer"));
  expect(data()).toMatchObject({ saveAs: "greeting", send: false });
  expect(card().textContent).toContain("→ greeting, unsaid");
  expectSound();
});

it("goes on talking until a word, and forgets the chat when it is switched off", async () => {
  const { user, card, data, expectSound } = openStep("ai-reply");
  await user.click(screen.getByRole("switch", { name: /^Go on talking/ }));
  await user.type(screen.getByLabelText("Word that ends it"), "menu");
  expect(data()).toMatchObject({ chat: { doneWord: "menu", maxTurns: 20 } });
  expect(card().textContent).toContain("answers up to 20 times");
  expectSound();
  await user.click(screen.getByRole("switch", { name: /^Go on talking/ }));
  expect(data()).not.toHaveProperty("chat");
  expectSound();
});

it("says what follows a failure", async () => {
  const { user, data, expectSound } = openStep("ai-reply");
  await user.click(screen.getByRole("button", { name: "When it fails" }));
  await user.click(screen.getByRole("combobox", { name: "Then", hidden: true }));
  await user.click(await screen.findByRole("option", { name: "go on with a value of your own" }));
  await user.type(screen.getByLabelText("Value to go on with"), "Sorry");
  expect(data()).toMatchObject({ onError: "default", defaultValue: "Sorry" });
  expectSound();
});
