/** The split test. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { findNode } from "../../document/flow-document.ts";
import { ports } from "../../document/ports.ts";
import { openStep } from "../open-step.tsx";
import { sharesOf } from "./shares.ts";

it("begins with two halves and takes a name, weights and a third variant", async () => {
  const { user, card, data, store, expectSound } = openStep("split");
  expect(card().textContent).toBe("No name yetA 50 % · B 50 %");
  await user.type(screen.getByLabelText(/^Experiment/), "welcome");
  await user.click(screen.getByRole("button", { name: "Add a variant" }));
  await user.type(screen.getByLabelText("Name of variant 3"), "C");
  await user.clear(screen.getByLabelText("Weight of variant 3"));
  await user.type(screen.getByLabelText("Weight of variant 3"), "100");
  expect(card().textContent).toBe("welcomeA 25 % · B 25 % · C 50 %");
  const node = findNode(store.getState().history.present, "step");
  expect(node && ports(node).map(({ id, label }) => `${id} ${label}`)).toEqual([
    "variant-0 A",
    "variant-1 B",
    "variant-2 C",
  ]);
  await user.click(screen.getByRole("switch", { name: /^The same way/ }));
  await user.type(screen.getByRole("combobox", { name: "Save the variant's name as" }), "v");
  expect(data()).toMatchObject({ experiment: "welcome", sticky: false, saveAs: "v" });
  expectSound();
});

it("keeps two variants at least", () => {
  openStep("split");
  expect(screen.getByRole("button", { name: "Remove variant 1" })).toHaveProperty("disabled", true);
});

it("knows shares of any weights", () => {
  expect(sharesOf([{ weight: 1 }, { weight: 2 }])).toEqual([33.3, 66.7]);
  expect(sharesOf([{ weight: 0 }, { weight: 0 }])).toEqual([0, 0]);
});
