/** A value of a model's answer as the type that was asked for; null when it is not there or is something else. */
import { parseInstant } from "../../expressions/dates.ts";
import { toNumber } from "../../expressions/numbers.ts";
import { stringify } from "../../expressions/print.ts";
import { toBoolean } from "../../expressions/yes-no.ts";
import type { ExtractField } from "./schema.ts";

export function readValue(value: unknown, type: ExtractField["type"]): unknown {
  switch (type) {
    case "text":
      return readText(value);
    case "number":
      return toNumber(value);
    case "boolean":
      return toBoolean(value);
    case "date":
      return readDay(value);
    case "list":
      return readList(value);
  }
}

function readText(value: unknown): string | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const text = stringify(value).trim();
  return text === "" ? null : text;
}

/** Models add a time of day now and then. */
const DAY = /^\d{4}-\d{2}-\d{2}/;

function readDay(value: unknown): string | null {
  const day = typeof value === "string" ? DAY.exec(value.trim())?.[0] : undefined;
  return day !== undefined && parseInstant(day, "UTC") !== null ? day : null;
}

function readList(value: unknown): string[] | null {
  const items = (Array.isArray(value) ? value : [value]).map(readText).filter((item) => item !== null);
  return items.length > 0 ? items : null;
}
