/** The condition step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("begins with one open rule and reads it out on its card", async () => {
  const { user, card, data, expectSound } = openStep("condition");
  await user.type(screen.getByRole("combobox", { name: "What rule 1 looks at" }), "age");
  await user.type(screen.getByLabelText("Value of rule 1"), "18");
  await user.click(screen.getByRole("combobox", { name: "Comparison of rule 1" }));
  await user.click(await screen.findByRole("option", { name: "is at least" }));
  expect(data()).toMatchObject({ rules: [{ left: "age", operator: "at-least", right: "18" }] });
  expect(card().textContent).toBe("age is at least 18");
  expectSound();
});

it("asks whether all or any rule has to hold once there are two", async () => {
  const { user, data, card } = openStep("condition");
  expect(screen.queryByText("Any of these holds")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Add a rule" }));
  await user.click(screen.getByText("Any of these holds"));
  expect(data()).toMatchObject({ match: "any" });
  expect(card().textContent).toContain("or ");
});

it("needs no value where there is nothing to compare with, and no variable for tags", () => {
  openStep("condition", { match: "all", rules: [{ left: "a", operator: "is-set", right: "" }] });
  expect(screen.queryByLabelText("Value of rule 1")).toBeNull();
  openStep("condition", { match: "all", rules: [{ left: "", operator: "has-tag", right: "vip" }] });
  expect(screen.getAllByRole("combobox", { name: "What rule 1 looks at" })).toHaveLength(1);
});
