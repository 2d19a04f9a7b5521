/** The hand-over step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("begins without words for whoever is free, and shows what is typed", async () => {
  const { user, card, data, expectSound } = openStep("handoff");
  expect(card().textContent).toBe("To whoever is free");
  await user.type(screen.getByLabelText("Say to the customer"), "One moment");
  await user.type(screen.getByLabelText("Note for agents"), "Refund");
  await user.type(screen.getByRole("combobox", { name: "Team" }), "Support");
  expect(data()).toMatchObject({ text: "One moment", note: "Refund", team: "Support" });
  expect(card().textContent).toBe("One momentTo Support");
  expectSound();
});

it("shows the customer's words on the phone and never the agents' note", async () => {
  openStep("handoff", { text: "One moment", note: "Refund" });
  expect(screen.getByRole("img", { name: "Preview on WhatsApp" }).textContent).toBe("One moment");
});

it("gives it to one of a team in turn, and ends when it is handed back", async () => {
  const { user, card, data, expectSound } = openStep("handoff");
  await user.click(screen.getByRole("switch", { name: /^Give it to somebody/ }));
  await user.type(screen.getByRole("combobox", { name: "Team" }), "Support");
  await user.click(screen.getByRole("combobox", { name: "When it is handed back" }));
  await user.click(await screen.findByRole("option", { name: "the flow ends" }));
  expect(data()).toMatchObject({
    assign: { kind: "rule", rule: "round-robin", team: "Support" },
    onHandBack: "end",
  });
  expect(card().textContent).toBe("To the next of Support");
  expectSound();
});
