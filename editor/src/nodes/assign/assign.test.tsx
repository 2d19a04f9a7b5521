/** The assign step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

async function giveTo(user: ReturnType<typeof openStep>["user"], name: string) {
  await user.click(screen.getByRole("combobox", { name: "Give it to" }));
  await user.click(await screen.findByRole("option", { name }));
}

it("gives it to the least busy of a team", async () => {
  const { user, card, data, expectSound } = openStep("assign");
  await giveTo(user, "whoever's turn it is");
  await user.click(screen.getByRole("combobox", { name: "How one is chosen" }));
  await user.click(await screen.findByRole("option", { name: /fewest/ }));
  await user.type(screen.getByRole("combobox", { name: "Team" }), "Sales");
  expect(data()).toEqual({ to: { kind: "rule", rule: "least-busy", team: "Sales" } });
  expect(card().textContent).toBe("To the least busy of Sales");
  expectSound();
});

it("gives it to one member, to a team, or to nobody", async () => {
  const { user, data, expectSound } = openStep("assign");
  await giveTo(user, "one member");
  await user.type(screen.getByLabelText("Member"), "ana@example.org");
  expect(data()).toEqual({ to: { kind: "user", user: "ana@example.org" } });
  expectSound();
  await giveTo(user, "a team");
  expect(data()).toEqual({ to: { kind: "team", team: "" } });
  await giveTo(user, "nobody: take it from whoever has it");
  expect(data()).toEqual({ to: { kind: "nobody" } });
  expectSound();
});
