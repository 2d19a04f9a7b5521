/** The switch step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { findNode } from "../../document/flow-document.ts";
import { ports } from "../../document/ports.ts";
import { openStep } from "../open-step.tsx";

it("begins with one case and names its ways out by what is typed", async () => {
  const { user, card, store, expectSound } = openStep("switch");
  expect(card().textContent).toBe("By answer");
  await user.type(screen.getByLabelText("Value of case 1"), "Sales");
  await user.click(screen.getByRole("button", { name: "Add a case" }));
  await user.type(screen.getByLabelText("Name of case 2"), "Help");
  const node = findNode(store.getState().history.present, "step");
  expect(node && ports(node).map(({ id, label }) => `${id} ${label}`)).toEqual([
    "case-0 Sales",
    "case-1 Help",
    "else Otherwise",
  ]);
  expectSound();
});

it("says when there is nothing to look at", async () => {
  const { user } = openStep("switch");
  await user.clear(screen.getByRole("combobox", { name: "Look at" }));
  expect(screen.getByText("Choose what to look at.")).toBeDefined();
});

it("compares in every way but by the contact's tags", async () => {
  const { user, data } = openStep("switch");
  await user.click(screen.getByRole("combobox", { name: "Comparison of case 1" }));
  const shown = (await screen.findAllByRole("option")).map((option) => option.textContent);
  expect(shown).not.toContain("contact has the tag");
  await user.click(screen.getByRole("option", { name: "is out of opening hours" }));
  expect(data()).toMatchObject({ cases: [{ operator: "not-in-hours" }] });
  expect(screen.queryByLabelText("Value of case 1")).toBeNull();
});
