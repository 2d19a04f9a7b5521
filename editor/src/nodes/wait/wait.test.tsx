/** The wait step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("begins with a minute and takes another length", async () => {
  const { user, card, data, expectSound } = openStep("wait");
  expect(card().textContent).toBe("For 1 minute");
  await user.clear(screen.getByLabelText("How long"));
  await user.type(screen.getByLabelText("How long"), "3");
  await user.click(screen.getByRole("combobox", { name: "How long: unit" }));
  await user.click(await screen.findByRole("option", { name: "days" }));
  expect(data()).toEqual({ amount: 3, unit: "days", zone: "workspace" });
  expect(card().textContent).toBe("For 3 days");
  expectSound();
});

it("waits until a date instead, and goes back without a trace of it", async () => {
  const { user, card, data } = openStep("wait");
  await user.click(screen.getByText("Until a date"));
  await user.type(screen.getByLabelText("Date or date and time"), "2026-12-24");
  expect(data()).toMatchObject({ until: "2026-12-24" });
  expect(card().textContent).toBe("Until 2026-12-24");
  await user.click(screen.getByText("For a time"));
  expect(data()).not.toHaveProperty("until");
});

it("waits until some time before a date, at a time of day where the contact is", async () => {
  const { user, card, data, expectSound } = openStep("wait", {
    amount: 1,
    unit: "minutes",
    until: "{{ date }}",
  });
  const choose = async (field: string, option: string) => {
    await user.click(screen.getByRole("combobox", { name: field }));
    await user.click(await screen.findByRole("option", { name: option }));
  };
  await choose("Before or after the date", "some time before");
  await user.clear(screen.getByLabelText("How long before"));
  await user.type(screen.getByLabelText("How long before"), "2");
  await user.click(screen.getByRole("button", { name: /Time of day/ }));
  await user.type(screen.getByLabelText("At"), "930");
  await user.tab();
  await choose("By the clocks of", "the contact, when their time zone is known");
  expect(data()).toMatchObject({
    until: "{{ date }}",
    offset: { amount: -2, unit: "days" },
    at: "09:30",
    zone: "contact",
  });
  expect(card().textContent).toBe("Until 2 days before dateat 09:30where the contact is");
  expectSound();
  await choose("Before or after the date", "then, neither before nor after");
  await user.clear(screen.getByLabelText("At"));
  await user.tab();
  expect(data()).not.toHaveProperty("offset");
  expect(data()).not.toHaveProperty("at");
});

it("goes on in opening hours, of the workspace or of its own", async () => {
  const { user, card, data, expectSound } = openStep("wait", { amount: 2, unit: "weeks", zone: "workspace" });
  await user.click(screen.getByRole("button", { name: /Time of day/ }));
  const choose = async (option: string) => {
    await user.click(await screen.findByRole("combobox", { name: "Go on" }));
    await user.click(await screen.findByRole("option", { name: option }));
  };
  await choose("in the workspace's opening hours");
  expect(data()).toMatchObject({ window: "workspace" });
  expect(card().textContent).toBe("For 2 weeksthen until the workspace opens");
  await choose("in hours of its own");
  await user.click(screen.getByRole("button", { name: "Remove hours 1 of Friday" }));
  expect(data()).toMatchObject({ window: { week: { thu: [{ from: "09:00", to: "18:00" }] } } });
  expectSound();
  await choose("at any time");
  expect(data()).toEqual({ amount: 2, unit: "weeks", zone: "workspace" });
});
