/** The carousel step. */
import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep, pick } from "../open-step.tsx";

it("gives each card a picture, words and buttons, with an id of its own for each reply", async () => {
  const { user, card, data, expectSound } = openStep("carousel");
  await user.type(screen.getByLabelText("Message above the cards"), "Our rooms");
  await user.type(screen.getByLabelText("Title of card 1"), "Sea");
  await pick(user, "Picture of card 1", "a picture");
  await user.type(screen.getByLabelText("Address of the picture of card 1"), "https://example.org/a.jpg");
  await user.click(screen.getByRole("button", { name: "Add a reply button to card 1" }));
  await user.type(screen.getByLabelText("Title of button 1 of card 1"), "Book");
  await user.click(screen.getByRole("button", { name: "Add a reply button to card 2" }));
  expect(data()?.cards).toEqual([
    {
      title: "Sea",
      media: { kind: "image", url: "https://example.org/a.jpg" },
      buttons: [{ kind: "reply", id: "opt-0", title: "Book" }],
    },
    { title: "", buttons: [{ kind: "reply", id: "opt-1", title: "" }] },
  ]);
  expect(card().textContent).toBe("Our rooms2 cards: Sea");
  expect(within(screen.getByRole("img", { name: "Preview on WhatsApp" })).getByText("Book")).toBeDefined();
  expectSound();
});

it("asks what to do without an answer only when there is something to answer", async () => {
  const { user, data } = openStep("carousel");
  expect(screen.queryByText("Wrong or no answer")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Add a link button to card 1" }));
  await user.type(screen.getByLabelText("Address of button 1 of card 1"), "https://example.org");
  expect(screen.queryByText("Wrong or no answer")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Add a reply button to card 1" }));
  expect(screen.getByText("Wrong or no answer")).toBeDefined();
  await user.type(screen.getByRole("combobox", { name: "Remember the answer as" }), "room");
  expect(data()).toMatchObject({ saveAs: "room" });
});

it("takes no eleventh card", () => {
  const cards = Array.from({ length: 10 }, (_, i) => ({ title: `Card ${i}`, buttons: [] }));
  openStep("carousel", { text: "t", cards, retries: 2 });
  expect(screen.queryByRole("button", { name: "Add a card" })).toBeNull();
});
