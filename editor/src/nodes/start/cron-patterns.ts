/** Cron as people say it: every day, on weekdays, each Monday, on the first of the month; or as it is written. */
import { t } from "../../i18n/t.ts";

export type CronPattern =
  | { kind: "daily" | "weekdays"; time: string }
  /** 0 is Sunday. */
  | { kind: "weekly"; weekday: number; time: string }
  | { kind: "monthly"; day: number; time: string }
  | { kind: "advanced"; cron: string };

export const WEEKDAY_NAMES = [
  // t:
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
] as const;

const SIMPLE = /^(\d{1,2}) (\d{1,2}) (\*|\d{1,2}) \* (\*|1-5|[0-6])$/;

export function patternOf(cron: string): CronPattern {
  const [, minute = "", hour = "", day = "", weekday = ""] = SIMPLE.exec(cron.trim()) ?? [];
  const time = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  if (minute === "" || Number(hour) > 23 || Number(minute) > 59) return { kind: "advanced", cron };
  if (day === "*" && weekday === "*") return { kind: "daily", time };
  if (day === "*" && weekday === "1-5") return { kind: "weekdays", time };
  if (day === "*") return { kind: "weekly", weekday: Number(weekday), time };
  const isDay = Number(day) >= 1 && Number(day) <= 31;
  return weekday === "*" && isDay ? { kind: "monthly", day: Number(day), time } : { kind: "advanced", cron };
}

export function cronOf(pattern: CronPattern): string {
  if (pattern.kind === "advanced") return pattern.cron;
  const [hour, minute] = pattern.time.split(":").map(Number);
  const at = `${minute} ${hour}`;
  switch (pattern.kind) {
    case "daily":
      return `${at} * * *`;
    case "weekdays":
      return `${at} * * 1-5`;
    case "weekly":
      return `${at} * * ${pattern.weekday}`;
    case "monthly":
      return `${at} ${pattern.day} * *`;
  }
}

/** `Every day at 09:00`; an unusual one as it is written. */
export function cronWords(cron: string): string {
  const pattern = patternOf(cron);
  switch (pattern.kind) {
    case "daily":
      return t("Every day at {time}", { time: pattern.time });
    case "weekdays":
      return t("Weekdays at {time}", { time: pattern.time });
    case "weekly":
      return t("Every {weekday} at {time}", {
        weekday: t(WEEKDAY_NAMES[pattern.weekday] ?? WEEKDAY_NAMES[0]),
        time: pattern.time,
      });
    case "monthly":
      return t("Day {day} of the month at {time}", { day: pattern.day, time: pattern.time });
    case "advanced":
      return t("At {cron}", { cron: pattern.cron });
  }
}

/** The same time on other days; an advanced one begins as what was there. */
export function patternOfKind(kind: CronPattern["kind"], before: CronPattern): CronPattern {
  const time = before.kind === "advanced" ? "09:00" : before.time;
  switch (kind) {
    case "weekly":
      return { kind, weekday: 1, time };
    case "monthly":
      return { kind, day: 1, time };
    case "advanced":
      return { kind, cron: cronOf(before) };
    default:
      return { kind, time };
  }
}
