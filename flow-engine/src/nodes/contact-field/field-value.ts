/** What a filled-in text means as a field of the contact. */
import { Temporal } from "temporal-polyfill";
import { isEmail } from "../../expressions/addresses.ts";
import { parseInstant } from "../../expressions/dates.ts";
import { toNumber } from "../../expressions/numbers.ts";
import { parseYesNo } from "../../expressions/yes-no.ts";
import type { FieldChange } from "./schema.ts";

/** The value to keep, or why the text is none. */
export type FieldValue = { value: unknown } | { code: string; message: string };

const orWrong = (value: unknown, code: string, message: string): FieldValue =>
  value === null ? { code, message } : { value };

/** @param timeZone of the contact, for dates with a time of day and no offset */
export function fieldValue(
  { field, as }: Pick<FieldChange, "field" | "as">,
  text: string,
  timeZone: string,
): FieldValue {
  switch (field) {
    case "name":
      return orWrong(text === "" ? null : text.slice(0, MAX_NAME_CHARS), "name-empty", "the name is empty");
    case "email":
      return orWrong(isEmail(text) ? text : null, "not-an-email", "the value is no e-mail address");
    case "language":
      return orWrong(languageTag(text), "not-a-language", "the value is no language such as es or pt-BR");
    case "timeZone":
      return orWrong(zoneId(text), "not-a-time-zone", "the value is no time zone such as Europe/Madrid");
    default:
      return typed(text, as, timeZone);
  }
}

/** As people's own profiles: longer is a mistake. */
const MAX_NAME_CHARS = 120;

function typed(text: string, as: FieldChange["as"], timeZone: string): FieldValue {
  switch (as) {
    case "text":
      return { value: text };
    case "number":
      return orWrong(toNumber(text), "not-a-number", "the value is no number");
    case "boolean":
      return orWrong(parseYesNo(text), "not-a-boolean", "the value is neither yes nor no");
    case "date":
      return orWrong(isoDate(text, timeZone), "not-a-date", "the value is no date such as 2026-03-02");
    case "json":
      return parsedJson(text);
  }
}

/** A day stays a day; a moment is kept in UTC. */
function isoDate(text: string, timeZone: string): string | null {
  const moment = parseInstant(text, timeZone);
  if (moment === null) return null;
  return text.length === "2026-03-02".length ? text : new Date(moment).toISOString();
}

function parsedJson(text: string): FieldValue {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { code: "not-json", message: "the value is not JSON" };
  }
}

/** BCP 47 as far as chats need it: language, script, region. WhatsApp writes `es_MX`. */
const LANGUAGE = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?$/i;

function languageTag(text: string): string | null {
  const [, language, script, region] = LANGUAGE.exec(text) ?? [];
  if (!language) return null;
  const title = script && script.charAt(0).toUpperCase() + script.slice(1).toLowerCase();
  return [language.toLowerCase(), title, region?.toUpperCase()].filter(Boolean).join("-");
}

function zoneId(text: string): string | null {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId;
  } catch {
    return null;
  }
}
