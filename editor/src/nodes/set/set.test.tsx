/** The "set value" step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("begins with one variable and reads out what happens to it", async () => {
  const { user, card, data, expectSound } = openStep("set");
  await user.clear(screen.getByRole("combobox", { name: "Variable" }));
  await user.type(screen.getByRole("combobox", { name: "Variable" }), "total");
  await user.type(screen.getByLabelText("Value"), "5");
  await user.click(screen.getByRole("combobox", { name: "What happens to total" }));
  await user.click(await screen.findByRole("option", { name: "plus" }));
  expect(data()).toMatchObject({ assignments: [{ name: "total", operation: "add", value: "5" }] });
  expect(card().textContent).toBe("total plus 5");
  expectSound();
});

it("sets a field of the contact", async () => {
  const { user, data, card } = openStep("set");
  await user.click(screen.getByText("On the contact"));
  await user.clear(screen.getByLabelText("Field of the contact"));
  await user.type(screen.getByLabelText("Field of the contact"), "city");
  expect(data()).toMatchObject({ assignments: [{ target: "contact", name: "city" }] });
  expect(card().textContent).toContain("Contact's city becomes nothing");
});

it("needs no value to clear one", () => {
  const clear = { target: "variable", name: "a", operation: "clear", value: "", as: "text" };
  openStep("set", { assignments: [clear] });
  expect(screen.queryByLabelText("Value")).toBeNull();
});

it("asks for what each operation takes, and for a type only where one is chosen", async () => {
  const { user, data, card, expectSound } = openStep("set");
  const choose = async (words: string) => {
    await user.click(screen.getByRole("combobox", { name: "What happens to result" }));
    await user.click(await screen.findByRole("option", { name: words }));
  };
  await choose("moves by");
  await user.type(screen.getByLabelText("Length of time"), "2 days");
  expect(data()).toMatchObject({ assignments: [{ operation: "add-time", value: "2 days" }] });
  expect(card().textContent).toBe("result moves by 2 days");
  expect(screen.queryByRole("combobox", { name: "Type of result" })).toBeNull();
  await choose("becomes what is at");
  expect(screen.getByLabelText("Path")).toBeDefined();
  await choose("becomes");
  await user.click(screen.getByRole("combobox", { name: "Type of result" }));
  await user.click(await screen.findByRole("option", { name: "List (commas or lines)" }));
  expect(data()).toMatchObject({ assignments: [{ operation: "set", as: "list" }] });
  expectSound();
});

it("reads out what is done to the variable itself, and to another value", () => {
  const upper = { target: "variable", name: "a", operation: "uppercase", as: "text" };
  const { card } = openStep("set", {
    assignments: [
      { ...upper, value: "" },
      { ...upper, value: "{{ b }}" },
      { ...upper, operation: "round", value: "" },
    ],
  });
  expect(card().textContent).toBe(
    "a in capital lettersa becomes b in capital lettersa is rounded to so many decimals: 0",
  );
});
