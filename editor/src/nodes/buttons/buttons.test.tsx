/** The buttons step. */
import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep, pick } from "../open-step.tsx";

const two = {
  text: "What do you need?",
  options: [
    { id: "opt-0", title: "Sales" },
    { id: "opt-1", title: "Help" },
  ],
  retries: 2,
};

it("begins with one empty button and shows what is typed on the phone", async () => {
  const { user, data, expectSound } = openStep("buttons");
  await user.type(screen.getByLabelText("Question"), "What?");
  await user.type(screen.getByLabelText("Button 1"), "Sales");
  expect(data()).toMatchObject({ text: "What?", options: [{ id: "opt-0", title: "Sales" }] });
  expect(within(screen.getByRole("img", { name: "Preview on WhatsApp" })).getByText("Sales")).toBeDefined();
  expectSound();
});

it("gives new buttons ids that were never used, and stops at WhatsApp's three", async () => {
  const { user, data } = openStep("buttons", two);
  await user.click(screen.getByRole("button", { name: "Remove button 2" }));
  await user.click(screen.getByRole("button", { name: "Add a button" }));
  await user.click(screen.getByRole("button", { name: "Add a button" }));
  expect(data()?.options).toMatchObject([{ id: "opt-0" }, { id: "opt-2" }, { id: "opt-3" }]);
  expect(screen.queryByRole("button", { name: "Add a button" })).toBeNull();
});

it("moves buttons with their ids and keeps at least one", async () => {
  const { user, data } = openStep("buttons", two);
  await user.click(screen.getByRole("button", { name: "Move button 2 up" }));
  expect(data()?.options).toEqual([two.options[1], two.options[0]]);
  await user.click(screen.getByRole("button", { name: "Remove button 1" }));
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Remove button 1" }).disabled).toBe(true);
});

it("counts each title against WhatsApp's 20 characters", async () => {
  const { user } = openStep("buttons");
  await user.type(screen.getByLabelText("Button 1"), "x".repeat(21));
  expect(screen.getByText("21/20").hasAttribute("data-over")).toBe(true);
});

it("leaves no trace of a header that was taken away again", async () => {
  const { user, data } = openStep("buttons", { ...two, header: { kind: "text", text: "H" } });
  await pick(user, "Above the text", "Nothing");
  expect(data()).toEqual(two);
});

it("keeps the address when a header's picture becomes a video", async () => {
  const media = { kind: "image", url: "https://example.org/a" };
  const { user, data, expectSound } = openStep("buttons", { ...two, header: { kind: "media", media } });
  await pick(user, "Above the text", "A video");
  expect(data()?.header).toEqual({ kind: "media", media: { ...media, kind: "video" } });
  expectSound();
});
