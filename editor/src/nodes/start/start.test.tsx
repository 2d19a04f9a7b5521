/** The start step: the triggers of the flow. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";
import { triggerTitle } from "./trigger-words.ts";

const add = async (user: ReturnType<typeof openStep>["user"], what: string) => {
  await user.click(screen.getByRole("button", { name: "Add a trigger" }));
  await user.click(await screen.findByRole("menuitem", { name: what }));
};
const triggers = (step: ReturnType<typeof openStep>) => step.store.getState().history.present.triggers;

it("says that nothing starts the flow, and takes a keyword that counts as a whole word", async () => {
  const step = openStep("start");
  expect(step.card().textContent).toContain("Nothing starts this flow yet");
  await add(step.user, "A message with a keyword");
  const keyword = screen.getByLabelText("Keyword");
  await step.user.clear(keyword);
  await step.user.type(keyword, "hola");
  expect(triggers(step)).toEqual([{ type: "keyword", keyword: "hola", mode: "word" }]);
  expect(step.card().textContent).toBe("hola");
});

it("keeps the last keyword while the field is empty: a flow with an empty one could not be saved", async () => {
  const step = openStep("start");
  await add(step.user, "A message with a keyword");
  await step.user.clear(screen.getByLabelText("Keyword"));
  expect(triggers(step)).toEqual([{ type: "keyword", keyword: "hello", mode: "word" }]);
  expect(screen.getByText(/stays until you type something else/)).toBeDefined();
});

it("can interrupt other conversations, and leaves no trace when it can't", async () => {
  const step = openStep("start");
  await add(step.user, "Somebody writes for the first time");
  const box = screen.getByLabelText(/in the middle of another conversation/);
  await step.user.click(box);
  expect(triggers(step)).toEqual([{ type: "first-message", interrupts: true }]);
  await step.user.click(box);
  expect(triggers(step)).toEqual([{ type: "first-message" }]);
});

it("takes a trigger away", async () => {
  const step = openStep("start");
  await add(step.user, "Any message nothing else takes");
  await step.user.click(screen.getByRole("button", { name: "Remove trigger 1" }));
  expect(triggers(step)).toEqual([]);
});

it.each([
  [{ type: "keyword", keyword: "hola", mode: "exact" }, "= hola"],
  [{ type: "keyword", keyword: "hola", mode: "contains" }, "…hola…"],
  [{ type: "keyword", keyword: "default", mode: "contains" }, "Any text"],
  [{ type: "payload", payload: "buy", prefix: true }, "Button buy…"],
  [{ type: "catch-all" }, "Any message"],
] as const)("names %j", (trigger, title) => {
  expect(triggerTitle(trigger)).toBe(title);
});
