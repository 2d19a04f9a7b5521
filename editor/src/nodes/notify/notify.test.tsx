/** The notify step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("writes an e-mail", async () => {
  const { user, card, data, expectSound } = openStep("notify");
  expect(card().textContent).toBe("E-mail to nobody yet");
  await user.type(screen.getByLabelText("To"), "sales@example.org");
  await user.type(screen.getByLabelText("Subject"), "New lead");
  await user.type(screen.getByLabelText("Text"), "Call back");
  expect(data()).toMatchObject({
    by: "email",
    to: "sales@example.org",
    subject: "New lead",
    text: "Call back",
  });
  expect(card().textContent).toBe("E-mail to sales@example.orgNew lead");
  expectSound();
});

it("posts to a team's chat by a secret, and asks for no address then", async () => {
  const { user, card, data, expectSound } = openStep("notify");
  await user.click(screen.getByRole("radio", { name: "Team chat" }));
  expect(screen.queryByLabelText("Or the address itself")).not.toBeNull();
  await user.type(screen.getByRole("combobox", { name: "Address from a secret" }), "slack");
  expect(screen.queryByLabelText("Or the address itself")).toBeNull();
  await user.type(screen.getByLabelText("Text"), "Help");
  expect(data()).toMatchObject({ by: "chat", secret: "slack", text: "Help" });
  expect(card().textContent).toBe("Team chat to slackHelp");
  expectSound();
});

it("posts fields, and may wait for the result", async () => {
  const { user, data, expectSound } = openStep("notify");
  await user.click(screen.getByRole("radio", { name: "Call" }));
  await user.click(screen.getByRole("button", { name: "Add a field" }));
  await user.type(screen.getByLabelText("Value of field 1"), "5");
  expect(screen.queryByRole("button", { name: "When it fails" })).toBeNull();
  await user.click(screen.getByRole("switch", { name: /^Wait until it is told/ }));
  expect(screen.queryByRole("button", { name: "When it fails" })).not.toBeNull();
  expect(data()).toMatchObject({ by: "webhook", data: [{ name: "name", value: "5" }], waitForResult: true });
  expectSound();
});
