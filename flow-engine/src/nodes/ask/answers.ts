/** What a message means as an answer to a question of each kind. */
import { type InboundContent, inboundText } from "../../content/inbound.ts";
import type { MediaKind } from "../../content/schema.ts";
import { sharedContacts } from "../../content/shared-contacts.ts";
import { readEmail, readUrl } from "../../expressions/addresses.ts";
import { parseNumber } from "../../expressions/numbers.ts";
import { matchesWhole, type Pattern } from "../../expressions/patterns.ts";
import { readDate } from "../../expressions/read-date.ts";
import { readPhone } from "../../expressions/read-phone.ts";
import { readTime } from "../../expressions/read-time.ts";
import { parseYesNo } from "../../expressions/yes-no.ts";
import type { StepContext } from "../../step/context.ts";
import type { AskData, AskKind } from "./schema.ts";

/** The value to keep, or why the message is no answer. */
export type Answer = { value: unknown } | Refusal;
/** `outside`: it is an answer of the right kind, but out of bounds. */
export interface Refusal {
  code: string;
  message: string;
  outside?: true;
}
/** The first and the last moment that count, filled in; empty: no bound. */
export interface Moments {
  earliest: string;
  latest: string;
}

interface Question {
  data: AskData;
  pattern: Pattern | null;
  ctx: StepContext;
  moments: Moments;
}

export function readAnswer(
  content: InboundContent,
  data: AskData,
  pattern: Pattern | null,
  ctx: StepContext,
  moments: Moments,
): Answer {
  if (isMediaKind(data.kind)) return readMedia(content, data.kind);
  if (data.kind === "location") return readLocation(content);
  if (data.kind === "contact") return readContact(content, ctx);
  if (data.kind === "choice") return { code: "not-an-option", message: "the answer is none of the options" };
  // A caption belongs to its picture: only words sent as words answer a question.
  const text = content.type === "text" || content.type === "tap" ? (inboundText(content) ?? "").trim() : "";
  if (text === "") return { code: "not-text", message: "the answer has no words" };
  return READERS[data.kind](text, { data, pattern, ctx, moments });
}

const READERS: Readonly<
  Record<
    Exclude<AskKind, MediaAsked | "location" | "contact" | "choice">,
    (text: string, question: Question) => Answer
  >
> = {
  text: readText,
  number: (text, { data }) => bounded(parseNumber(text), data.min, data.max),
  email: (text) => orWrong(readEmail(text), "not-an-email", "the answer is no e-mail address"),
  phone: (text, { ctx }) =>
    orWrong(readPhone(text, ctx.contact.phone), "not-a-phone", "the answer is no phone number"),
  url: (text) => orWrong(readUrl(text), "not-a-url", "the answer is no web address"),
  date: (text, { ctx, moments }) => {
    const read = (words: string) => readDate(words, ctx);
    return between(read(text), moments, read, { code: "not-a-date", message: "the answer is no date" });
  },
  time: (text, { moments }) =>
    between(readTime(text), moments, readTime, {
      code: "not-a-time",
      message: "the answer is no time of day",
    }),
  "yes-no": (text) => orWrong(parseYesNo(text), "not-yes-or-no", "the answer is neither yes nor no"),
  rating: readRating,
};

function orWrong(value: unknown, code: string, message: string): Answer {
  return value === null ? { code, message } : { value };
}

const outside = (code: string, message: string): Refusal => ({ code, message, outside: true });

/** ISO dates, or times of a day: their texts are in the order of time. A bound that can't be read is none. */
function between(
  value: string | null,
  { earliest, latest }: Moments,
  read: (words: string) => string | null,
  wrong: Refusal,
): Answer {
  if (value === null) return wrong;
  const [first, last] = [read(earliest), read(latest)];
  if (first !== null && value < first) return outside("too-early", `${value} is before ${first}`);
  return last !== null && value > last ? outside("too-late", `${value} is after ${last}`) : { value };
}

function readText(text: string, { data, pattern }: Question): Answer {
  const length = [...text].length;
  if (data.min !== undefined && length < data.min)
    return outside("too-short", `the answer has ${length} characters, under ${data.min}`);
  if (data.max !== undefined && length > data.max)
    return outside("too-long", `the answer has ${length} characters, over ${data.max}`);
  if (pattern && !matchesWhole(pattern, text))
    return outside("pattern-mismatch", "the answer does not have the asked form");
  return { value: text };
}

function bounded(value: number | null, min = -Infinity, max = Infinity): Answer {
  if (value === null) return { code: "not-a-number", message: "the answer is no number" };
  if (value < min) return outside("too-small", `${value} is under ${min}`);
  return value > max ? outside("too-large", `${value} is over ${max}`) : { value };
}

/** Marks out of five, unless the author says otherwise. */
export const RATING_BOUNDS = { min: 1, max: 5 };
/** Marks from the best to the worst, as people expect it of stars. */
export function ratingMarks(data: Pick<AskData, "min" | "max">): number[] {
  const { min = RATING_BOUNDS.min, max = RATING_BOUNDS.max } = data;
  const best = Math.floor(max);
  return Array.from({ length: Math.max(0, best - Math.ceil(min) + 1) }, (_, n) => best - n);
}

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

/** What each kind of media question takes; null: whatever there is. */
const MEDIA_ASKED = {
  image: { kinds: ["image", "sticker"], code: "not-an-image", message: "the answer is no picture" },
  video: { kinds: ["video"], code: "not-a-video", message: "the answer is no video" },
  audio: { kinds: ["audio", "voice"], code: "not-audio", message: "the answer is no sound" },
  file: { kinds: ["document", "image", "video"], code: "not-a-file", message: "the answer is no file" },
  media: { kinds: null, code: "not-media", message: "the answer is no picture, sound or file" },
} as const satisfies Record<string, { kinds: readonly MediaKind[] | null; code: string; message: string }>;
type MediaAsked = keyof typeof MEDIA_ASKED;
const isMediaKind = (kind: AskKind): kind is MediaAsked => Object.hasOwn(MEDIA_ASKED, kind);

function readMedia(content: InboundContent, asked: MediaAsked): Answer {
  const { kinds, code, message }: { kinds: readonly MediaKind[] | null; code: string; message: string } =
    MEDIA_ASKED[asked];
  if (content.type !== "media" || (kinds && !kinds.includes(content.media.kind))) return { code, message };
  return { value: { ...content.media, ...(content.caption ? { caption: content.caption } : {}) } };
}

/** The first card, its number in full where that can be told. */
function readContact(content: InboundContent, ctx: StepContext): Answer {
  const card = content.type === "contacts" ? sharedContacts(content.contacts)[0] : undefined;
  if (!card) return { code: "not-a-contact", message: "the answer is no contact card" };
  const [number] = card.phones;
  const [email] = card.emails;
  const phone = number === undefined ? undefined : (readPhone(number, ctx.contact.phone) ?? number);
  return {
    value: {
      ...(card.name ? { name: card.name } : {}),
      ...(phone ? { phone } : {}),
      ...(email ? { email } : {}),
    },
  };
}

function readLocation(content: InboundContent): Answer {
  if (content.type !== "location") return { code: "not-a-location", message: "the answer is no location" };
  const { type: _, ...place } = content;
  return { value: place };
}
