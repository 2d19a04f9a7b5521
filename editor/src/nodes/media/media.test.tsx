/** The media step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("begins without an address and takes one with a caption", async () => {
  const { user, card, data, expectSound } = openStep("media");
  expect(card().textContent).toBe("No address yet");
  await user.type(screen.getByLabelText("Address"), "https://example.org/menu.jpg");
  await user.type(screen.getByLabelText("Caption"), "Our menu");
  expect(data()).toEqual({ kind: "image", url: "https://example.org/menu.jpg", caption: "Our menu" });
  expect(card().querySelector("img")?.src).toBe("https://example.org/menu.jpg");
  expectSound();
});

it("shows no picture for an address that holds variables", () => {
  const { card } = openStep("media", { kind: "image", url: "https://example.org/{{ id }}.jpg" });
  expect(card().querySelector("img")).toBeNull();
});

it("has no caption for sounds, and a file name for files", () => {
  openStep("media", { kind: "voice", url: "https://example.org/a.ogg" });
  expect(screen.queryByLabelText("Caption")).toBeNull();
  openStep("media", { kind: "document", url: "https://example.org/a.pdf" });
  expect(screen.getByLabelText("File name")).toBeDefined();
});
