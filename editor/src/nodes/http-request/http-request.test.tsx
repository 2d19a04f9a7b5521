/** The HTTP request step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("begins as a GET without an address, and takes one", async () => {
  const { user, card, data, expectSound } = openStep("http-request");
  expect(card().textContent).toBe("GET no address yet");
  await user.type(screen.getByLabelText("Address"), "https://api.example.org/orders");
  expect(data()).toMatchObject({ method: "GET", url: "https://api.example.org/orders" });
  expectSound();
});

it("has a body only where one is sent", async () => {
  const { user, data } = openStep("http-request");
  expect(screen.queryByLabelText("Body")).toBeNull();
  await user.click(screen.getByRole("combobox", { name: "Method" }));
  await user.click(await screen.findByRole("option", { name: "POST" }));
  await user.type(screen.getByLabelText("Body"), "[[1]");
  expect(data()).toMatchObject({ method: "POST", body: "[1]" });
});

it("keeps parts of the answer under names without spaces", async () => {
  const { user, card, data, expectSound } = openStep("http-request");
  await user.click(screen.getByRole("button", { name: "Keep a part of the answer" }));
  await user.type(screen.getByLabelText("Path of part 1"), "status");
  await user.clear(screen.getByLabelText("Variable for part 1"));
  await user.type(screen.getByLabelText("Variable for part 1"), "order state");
  expect(data()).toMatchObject({ save: [{ path: "status", name: "order_state" }] });
  expect(card().textContent).toContain("→ order_state");
  expectSound();
});

it("sends the fields of a form", async () => {
  const { user, data, expectSound } = openStep("http-request");
  await user.click(screen.getByRole("combobox", { name: "Method" }));
  await user.click(await screen.findByRole("option", { name: "POST" }));
  await user.click(screen.getByRole("combobox", { name: "What is sent" }));
  await user.click(await screen.findByRole("option", { name: "a form" }));
  await user.click(screen.getByRole("button", { name: "Add a field" }));
  await user.type(screen.getByLabelText("Value of field 1"), "Ana");
  expect(data()).toMatchObject({ bodyKind: "form", form: [{ name: "name", value: "Ana" }] });
  expectSound();
});

it("shows a secret by a header, and none any more when that is taken back", async () => {
  const { user, data, expectSound } = openStep("http-request");
  await user.click(screen.getByRole("button", { name: "Headers and secret" }));
  const choose = async (name: string) => {
    await user.click(screen.getByRole("combobox", { name: "Show who is calling by", hidden: true }));
    await user.click(await screen.findByRole("option", { name }));
  };
  await choose("a header of its own");
  await user.type(screen.getByRole("combobox", { name: "Secret" }), "shop");
  expect(data()).toMatchObject({ auth: { kind: "header", name: "X-Api-Key", secret: "shop" } });
  expectSound();
  await choose("a bearer token");
  expect(data()).toMatchObject({ auth: { kind: "bearer", secret: "shop" } });
  await choose("nothing");
  expect(data()).not.toHaveProperty("auth");
  expectSound();
});
