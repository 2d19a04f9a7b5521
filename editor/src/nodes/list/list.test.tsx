/** The list step. */
import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("begins with one empty row and shows what is typed in the phone's sheet", async () => {
  const { user, data, expectSound } = openStep("list");
  await user.type(screen.getByLabelText("Question"), "What?");
  await user.type(screen.getByLabelText("Button that opens the list"), "Menu");
  await user.type(screen.getByLabelText("Row 1"), "Pizza");
  await user.type(screen.getByLabelText("Description of row 1"), "From 9 €");
  expect(data()).toMatchObject({
    button: "Menu",
    sections: [{ rows: [{ id: "item-0", title: "Pizza", description: "From 9 €" }] }],
  });
  expect(
    within(screen.getByRole("img", { name: "Preview on WhatsApp" })).getByText("From 9 €"),
  ).toBeDefined();
  expectSound();
});

it("names the sections once there are two, with row ids that are unique over all of them", async () => {
  const { user, data } = openStep("list");
  expect(screen.queryByLabelText("Title of section 1")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Add a section" }));
  await user.type(screen.getByLabelText("Title of section 2"), "Drinks");
  const [, second] = screen.getAllByRole("button", { name: "Add a row" });
  if (second) await user.click(second);
  expect(data()?.sections).toMatchObject([
    { rows: [{ id: "item-0" }] },
    { title: "Drinks", rows: [{ id: "item-1" }, { id: "item-2" }] },
  ]);
});

it("takes no eleventh row", () => {
  const rows = Array.from({ length: 10 }, (_, i) => ({ id: `item-${i}`, title: `Row ${i}` }));
  openStep("list", { text: "?", button: "Menu", sections: [{ rows }], retries: 2 });
  expect(screen.queryByRole("button", { name: "Add a row" })).toBeNull();
  expect(screen.getByText("10/10")).toBeDefined();
});
