/** The AI sort step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

const NEW = { name: "Add a category" };

it("gives each category a way out with an id of its own", async () => {
  const { user, data, expectSound } = openStep("ai-classify");
  await user.click(screen.getByRole("button", NEW));
  const titles = screen.getAllByLabelText(/^Title of category/);
  await user.clear(titles[0] as HTMLElement);
  await user.type(titles[0] as HTMLElement, "Complaint");
  await user.type(titles.at(-1) as HTMLElement, "Order");
  await user.type(screen.getByLabelText(`What belongs to category ${titles.length}`), "Asks for prices");
  const { categories } = data() as { categories: { id: string; title: string }[] };
  expect(categories.map(({ title }) => title)).toContain("Complaint");
  expect(categories.at(-1)).toMatchObject({ title: "Order", description: "Asks for prices" });
  expect(new Set(categories.map(({ id }) => id)).size).toBe(categories.length);
  expectSound();
});

it("sorts the latest message when no text is named", async () => {
  const { user, card, data, expectSound } = openStep("ai-classify");
  await user.clear(screen.getByLabelText("Text to sort"));
  expect(data()).toMatchObject({ input: "" });
  expect(card().textContent).toBe("no model yet sorts the latest message");
  expectSound();
});
