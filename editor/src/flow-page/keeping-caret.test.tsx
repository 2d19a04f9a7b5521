/** Two people in one text: the other's letters come in, and the caret stays where it was. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../nodes/open-step.tsx";
import { keepingCaret } from "./keeping-caret.ts";

/** The form of a text step, focused, with these letters selected. */
function typingIn(text: string, start: number, end = start) {
  const { store, user } = openStep("text", { text });
  const area = screen.getByLabelText<HTMLTextAreaElement>("Message");
  area.focus();
  area.setSelectionRange(start, end);
  const theirs = (next: string) => {
    const base = store.getState().history.present;
    const nodes = base.nodes.map((node) => (node.id === "step" ? { ...node, data: { text: next } } : node));
    keepingCaret(() => store.getState().rebase(base, { ...base, nodes }));
  };
  return { area, theirs, user };
}

it.each([
  ["before the caret", "Hello Ana", 5, "Oh! Hello Ana", 9],
  ["after the caret", "Hello Ana", 5, "Hello Ana!", 5],
  ["at the caret", "Hello", 5, "Hello Ana", 5],
  ["over what stands before", "Hello Ana", 9, "Hi Ana", 6],
  ["over where the caret is", "Hello Ana", 4, "H Ana", 1],
  ["instead of everything", "Hello", 3, "", 0],
])("letters come in %s", (_, mine, caret, theirs, place) => {
  const field = typingIn(mine, caret);
  field.theirs(theirs);
  expect([field.area.value, field.area.selectionStart, field.area.selectionEnd]).toEqual([
    theirs,
    place,
    place,
  ]);
});

it("what is selected stays selected", () => {
  const { area, theirs } = typingIn("Hello Ana", 6, 9);
  theirs("Oh! Hello Ana");
  expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe("Ana");
});

it("typing goes on in the middle of the text while the other writes at its start", async () => {
  const { area, theirs, user } = typingIn("Good bye", 4);
  await user.keyboard(",");
  theirs("Oh! Good, bye");
  await user.keyboard(" good");
  expect(area.value).toBe("Oh! Good, good bye");
});
