/** What a message means as an answer to a question of each kind. */
import { type InboundContent, inboundText } from "../../content/inbound.ts";
import { isEmail } from "../../expressions/email.ts";
import { parseNumber } from "../../expressions/numbers.ts";
import { matchesWhole, type Pattern } from "../../expressions/patterns.ts";
import { parseYesNo } from "../../expressions/yes-no.ts";
import type { StepContext } from "../../step/context.ts";
import { readDate } from "./read-date.ts";
import { readPhone } from "./read-phone.ts";
import type { AskData, AskKind } from "./schema.ts";

/** The value to keep, or why the message is no answer. */
export type Answer = { value: unknown } | { code: string; message: string };

interface Question {
  data: AskData;
  pattern: Pattern | null;
  ctx: StepContext;
}

export function readAnswer(
  content: InboundContent,
  data: AskData,
  pattern: Pattern | null,
  ctx: StepContext,
): Answer {
  if (data.kind === "media") return readMedia(content);
  if (data.kind === "location") return readLocation(content);
  // A caption belongs to its picture: only words sent as words answer a question.
  const text = content.type === "text" || content.type === "tap" ? (inboundText(content) ?? "").trim() : "";
  if (text === "") return { code: "not-text", message: "the answer has no words" };
  return READERS[data.kind](text, { data, pattern, ctx });
}

const READERS: Readonly<
  Record<Exclude<AskKind, "media" | "location">, (text: string, question: Question) => Answer>
> = {
  text: readText,
  number: (text, { data }) => bounded(parseNumber(text), data.min, data.max),
  email: readEmail,
  phone: (text, { ctx }) =>
    orWrong(readPhone(text, ctx.contact.phone), "not-a-phone", "the answer is no phone number"),
  url: readUrl,
  date: (text, { ctx }) => orWrong(readDate(text, ctx), "not-a-date", "the answer is no date"),
  "yes-no": (text) => orWrong(parseYesNo(text), "not-yes-or-no", "the answer is neither yes nor no"),
  rating: readRating,
};

function orWrong(value: unknown, code: string, message: string): Answer {
  return value === null ? { code, message } : { value };
}

function readText(text: string, { data, pattern }: Question): Answer {
  const length = [...text].length;
  if (data.min !== undefined && length < data.min)
    return { code: "too-short", message: `the answer has ${length} characters, under ${data.min}` };
  if (data.max !== undefined && length > data.max)
    return { code: "too-long", message: `the answer has ${length} characters, over ${data.max}` };
  if (pattern && !matchesWhole(pattern, text))
    return { code: "pattern-mismatch", message: "the answer does not have the asked form" };
  return { value: text };
}

function bounded(value: number | null, min = -Infinity, max = Infinity): Answer {
  if (value === null) return { code: "not-a-number", message: "the answer is no number" };
  if (value < min) return { code: "too-small", message: `${value} is under ${min}` };
  return value > max ? { code: "too-large", message: `${value} is over ${max}` } : { value };
}

/** Marks out of five, unless the author says otherwise. */
const RATING_BOUNDS = { min: 1, max: 5 };
const STARS = /^[⭐★]\ufe0f?(\s*[⭐★]\ufe0f?)*$/u;

/** `4`, `4/5` or four stars. */
function readRating(text: string, { data }: Question): Answer {
  const value = STARS.test(text)
    ? (text.match(/[⭐★]/gu)?.length ?? 0)
    : parseNumber(text.replace(/\s*\/\s*\d+$/, ""));
  if (value !== null && !Number.isInteger(value))
    return { code: "not-a-number", message: "a rating is a whole number" };
  return bounded(value, data.min ?? RATING_BOUNDS.min, data.max ?? RATING_BOUNDS.max);
}

function readEmail(text: string): Answer {
  return orWrong(isEmail(text) ? text : null, "not-an-email", "the answer is no e-mail address");
}

/** Longest address that browsers and servers agree on. */
const MAX_URL_CHARS = 2_048;
const WEB_ADDRESS = /^(https?:\/\/)?([\p{L}\p{N}-]+\.)+\p{L}{2,}(:\d{1,5})?([/?#]\S*)?$/iu;

/** `example.org` is kept as `https://example.org`. */
function readUrl(text: string): Answer {
  const url = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  const fine = text.length <= MAX_URL_CHARS && WEB_ADDRESS.test(text);
  return orWrong(fine ? url : null, "not-a-url", "the answer is no web address");
}

function readMedia(content: InboundContent): Answer {
  if (content.type !== "media")
    return { code: "not-media", message: "the answer is no picture, sound or file" };
  return { value: content.media };
}

function readLocation(content: InboundContent): Answer {
  if (content.type !== "location") return { code: "not-a-location", message: "the answer is no location" };
  const { type: _, ...place } = content;
  return { value: place };
}
