import { expect, it } from "vitest";
import { readTime } from "./read-time.ts";

it.each([
  ["15:30", "15:30"],
  ["9", "09:00"],
  ["9:05", "09:05"],
  ["3 pm", "15:00"],
  ["3.30PM", "15:30"],
  ["12 am", "00:00"],
  ["12 p.m.", "12:00"],
  ["15h", "15:00"],
  ["15h30", "15:30"],
  ["18 horas", "18:00"],
  ["a las 5 de la tarde", "17:00"],
  ["las 8 de la mañana", "08:00"],
  ["at 7 in the evening", "19:00"],
  ["15:30 de la tarde", "15:30"],
  ["às 9 da noite", "21:00"],
  ["Noon", "12:00"],
  ["medianoche", "00:00"],
  ["24:00", "00:00"],
])("%s is %s", (text, time) => {
  expect(readTime(text)).toBe(time);
});

it.each(["25", "9:60", "0 pm", "soon", "", "1234", "9:5", "3 pm tomorrow"])(
  "%s is no time of day",
  (text) => {
    expect(readTime(text)).toBeNull();
  },
);
