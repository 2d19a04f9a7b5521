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

it("puts rules into a group of their own and reads it out in brackets", async () => {
  const { user, data, card, expectSound } = openStep("condition", {
    match: "all",
    rules: [{ left: "", operator: "in-hours", right: "" }],
  });
  expect(card().textContent).toBe("now is in opening hours");
  await user.click(screen.getByRole("button", { name: "Add a group" }));
  await user.type(screen.getByRole("combobox", { name: "What group 2, rule 1 looks at" }), "total");
  await user.type(screen.getByLabelText("Value of group 2, rule 1"), "5");
  await user.click(screen.getByRole("button", { name: "Add a rule to the group" }));
  await user.type(screen.getByRole("combobox", { name: "What group 2, rule 2 looks at" }), "city");
  await user.click(screen.getByText("All of the group"));
  await user.click(screen.getByText("Any of the group"));
  expect(data()).toMatchObject({
    match: "all",
    rules: [
      { operator: "in-hours" },
      { match: "any", rules: [{ left: "total", right: "5" }, { left: "city" }] },
    ],
  });
  expect(card().textContent).toBe("now is in opening hoursand (total is 5 or city is ?)");
  expectSound();
  await user.click(screen.getByRole("button", { name: "Remove group 2, rule 1" }));
  expect(data()).toMatchObject({ rules: [{}, { rules: [{ left: "city" }] }] });
});

it("finds comparisons by what they are about", async () => {
  const { user } = openStep("condition");
  const comparison = screen.getByRole("combobox", { name: "Comparison of rule 1" });
  await user.click(comparison);
  await user.clear(comparison);
  await user.type(comparison, "date");
  const shown = (await screen.findAllByRole("option")).map((option) => option.textContent);
  expect(shown).toContain("is before");
  expect(shown).toContain("is within the next");
  expect(shown).not.toContain("starts with");
});

it("shows by an example what each comparison takes", () => {
  openStep("condition", { match: "all", rules: [{ left: "a", operator: "between", right: "" }] });
  expect(screen.getByLabelText("Value of rule 1").getAttribute("placeholder")).toContain("10..20");
  openStep("condition", { match: "all", rules: [{ left: "", operator: "weekday-is", right: "mon" }] });
  expect(
    screen.getAllByRole("combobox", { name: "What rule 1 looks at" }).at(-1)?.getAttribute("placeholder"),
  ).toBe("now, or a date");
});
