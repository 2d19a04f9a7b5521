/** The opening hours step, and the fields of opening hours. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { readClock, readDay } from "../fields/schedule/read-times.ts";
import { scheduleWords } from "../fields/schedule/schedule-words.ts";
import { openStep } from "../open-step.tsx";

it("asks the workspace's hours until it has its own, and goes back without a trace", async () => {
  const { user, card, data, expectSound } = openStep("hours");
  expect(card().textContent).toBe("The workspace's opening hours");
  await user.click(screen.getByText("Hours of its own"));
  expect(card().textContent).toBe("Mon–Fri 09:00–18:00");
  expectSound();
  await user.click(screen.getByText("The workspace's hours"));
  expect(data()).toEqual({});
});

it("sets the hours of each day, shorthand and all", async () => {
  const { user, data, card, expectSound } = openStep("hours", { schedule: { week: {}, days: [] } });
  expect(card().textContent).toBe("Always closed");
  await user.click(screen.getByRole("button", { name: "Add hours to Monday" }));
  await user.clear(screen.getByLabelText("Monday to"));
  await user.type(screen.getByLabelText("Monday to"), "14{Enter}");
  await user.click(screen.getByRole("button", { name: "Add hours to Monday" }));
  expect(data()).toMatchObject({
    schedule: {
      week: {
        mon: [
          { from: "09:00", to: "14:00" },
          { from: "14:00", to: "21:00" },
        ],
      },
    },
  });
  const [, from] = screen.getAllByLabelText("Monday from");
  if (from) await user.clear(from);
  if (from) await user.type(from, "26:00");
  await user.tab();
  expect(screen.getAllByLabelText("Monday from").map((input) => Reflect.get(input, "value"))).toEqual([
    "09:00",
    "14:00",
  ]);
  await user.click(screen.getByRole("button", { name: "Remove hours 1 of Monday" }));
  await user.click(screen.getByRole("button", { name: "Remove hours 1 of Monday" }));
  expect(data()).toEqual({ schedule: { week: {}, days: [] } });
  expectSound();
});

it("has special days, a time zone of its own, and keeps the next opening", async () => {
  const { user, data, card, expectSound } = openStep("hours", { schedule: { week: {}, days: [] } });
  await user.click(screen.getByRole("button", { name: "Add a day" }));
  await user.clear(screen.getByLabelText("Date of special day 1"));
  await user.type(screen.getByLabelText("Date of special day 1"), "2026-04-03");
  await user.type(screen.getByLabelText("Name of special day 1"), "Good Friday");
  await user.click(screen.getByRole("button", { name: "Add hours to special day 1" }));
  await user.type(screen.getByRole("combobox", { name: "Time zone" }), "America/Lima");
  await user.type(screen.getByRole("combobox", { name: /^Save the next opening/ }), "opening");
  expect(data()).toEqual({
    schedule: {
      week: {},
      days: [{ date: "2026-04-03", name: "Good Friday", spans: [{ from: "09:00", to: "18:00" }] }],
      timeZone: "America/Lima",
    },
    saveNextAs: "opening",
  });
  expect(card().textContent).toBe("1 special day");
  expectSound();
});

it.each([
  ["9", "09:00"],
  ["930", "09:30"],
  ["9.30", "09:30"],
  ["24", "24:00"],
  ["24:01", null],
  ["9:60", null],
  ["noon", null],
  ["", null],
])("reads the time %j as %j", (text, time) => {
  expect(readClock(text)).toBe(time);
});

it.each([
  ["12-25", "12-25"],
  ["2026-4-3", "2026-04-03"],
  ["02-29", "02-29"],
  ["2026-02-29", null],
  ["13-01", null],
  ["1-32", null],
  ["Christmas", null],
])("reads the day %j as %j", (text, day) => {
  expect(readDay(text)).toBe(day);
});

it("says runs of days with the same hours in one line", () => {
  const hours = [{ from: "09:00", to: "14:00" }];
  expect(
    scheduleWords({
      week: { mon: hours, tue: hours, thu: hours, sun: [{ from: "00:00", to: "24:00" }] },
      days: [],
    }),
  ).toEqual(["Mon–Tue 09:00–14:00", "Thu 09:00–14:00", "Sun 00:00–24:00"]);
});
