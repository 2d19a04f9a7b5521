/** What a message means as an answer to a question of each kind but choices. */
import { type InboundContent, inboundText } from "../../content/inbound.ts";
import { sharedContacts } from "../../content/shared-contacts.ts";
import { readEmail, readUrl } from "../../expressions/addresses.ts";
import { parsePlace } from "../../expressions/coordinates.ts";
import { parseNumber } from "../../expressions/numbers.ts";
import { matchesWhole, type Pattern } from "../../expressions/patterns.ts";
import { readDate } from "../../expressions/read-date.ts";
import { readPhone } from "../../expressions/read-phone.ts";
import { readTime } from "../../expressions/read-time.ts";
import { parseYesNo } from "../../expressions/yes-no.ts";
import type { StepContext } from "../../step/context.ts";
import { markOf, NO_ID, ratingBounds, YES_ID } from "./options.ts";
import type { AskData, AskKind } from "./schema.ts";

/** Why a message is no answer. `outside`: it is one of the right kind, but out of bounds. */
export interface Refusal {
  code: string;
  message: string;
  outside?: true;
}
/** The value to keep, or why there is none. */
export type Answer = { value: unknown } | Refusal;

export interface Question {
  data: AskData;
  pattern: Pattern | null;
  ctx: StepContext;
  /** Id of what was tapped on the question itself. */
  tapId: string | null;
  /** Filled in; empty: no bound. */
  earliest: string;
  latest: string;
}

const MEDIA_KINDS = ["media", "image", "video", "audio", "file"] as const;
type MediaKind = (typeof MEDIA_KINDS)[number];
type WordKind = Exclude<AskKind, MediaKind | "location" | "contact" | "choice">;
const isMediaKind = (kind: AskKind): kind is MediaKind => MEDIA_KINDS.some((media) => media === kind);

export function readAnswer(
  kind: Exclude<AskKind, "choice">,
  content: InboundContent,
  question: Question,
): Answer {
  if (isMediaKind(kind)) return readMedia(kind, content);
  // A caption belongs to its picture: only words sent as words answer a question.
  const text = content.type === "text" || content.type === "tap" ? (inboundText(content) ?? "").trim() : "";
  if (kind === "location") return readLocation(content, text, question.ctx);
  if (kind === "contact") return readContact(content, text, question.ctx);
  const tapped = question.tapId === null ? null : tappedValue(kind, question.tapId);
  if (tapped !== null) return { value: tapped };
  if (text === "") return { code: "not-text", message: "the answer has no words" };
  return READERS[kind](text, question);
}

/** Marks and yes or no as they were tapped, whatever their buttons are called. */
function tappedValue(kind: WordKind, id: string): number | boolean | null {
  if (kind === "rating") return markOf(id);
  if (kind !== "yes-no") return null;
  return id === YES_ID ? true : id === NO_ID ? false : null;
}

const READERS: Readonly<Record<WordKind, (text: string, question: Question) => Answer>> = {
  text: readText,
  number: (text, { data }) => bounded(parseNumber(text), data.min, data.max),
  email: (text) => orWrong(readEmail(text), "not-an-email", "the answer is no e-mail address"),
  phone: (text, { ctx }) =>
    orWrong(readPhone(text, ctx.contact.phone), "not-a-phone", "the answer is no phone number"),
  url: (text) => orWrong(readUrl(text), "not-a-url", "the answer is no web address"),
  date: readDay,
  time: (text, question) => {
    const time = readTime(text);
    if (time === null) return { code: "not-a-time", message: "the answer is no time of day" };
    return between(time, readTime(question.earliest), readTime(question.latest));
  },
  "yes-no": (text) => orWrong(parseYesNo(text), "not-yes-or-no", "the answer is neither yes nor no"),
  rating: readRating,
};

function orWrong(value: unknown, code: string, message: string): Answer {
  return value === null ? { code, message } : { value };
}

const outside = (code: string, message: string): Refusal => ({ code, message, outside: true });

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

function readDay(text: string, { ctx, earliest, latest }: Question): Answer {
  const date = readDate(text, ctx);
  if (date === null) return { code: "not-a-date", message: "the answer is no date" };
  return between(date, readDate(earliest, ctx), readDate(latest, ctx));
}

/** ISO dates, or times of a day: their texts are in the order of time. A bound that can't be read is none. */
function between(value: string, earliest: string | null, latest: string | null): Answer {
  if (earliest !== null && value < earliest) return outside("too-early", `${value} is before ${earliest}`);
  if (latest !== null && value > latest) return outside("too-late", `${value} is after ${latest}`);
  return { value };
}

const STARS = /^[⭐★]\ufe0f?(\s*[⭐★]\ufe0f?)*$/u;

/** `4`, `4/5` or four stars. */
function readRating(text: string, { data }: Question): Answer {
  const value = STARS.test(text)
    ? (text.match(/[⭐★]/gu)?.length ?? 0)
    : parseNumber(text.replace(/\s*\/\s*\d+$/, ""));
  if (value !== null && !Number.isInteger(value))
    return { code: "not-a-number", message: "a rating is a whole number" };
  const { min, max } = ratingBounds(data);
  return bounded(value, min, max);
}

/** Kinds of messages that are an answer; a picture or a sound sent as a file is one too. */
const MEDIA_ANSWERS: Readonly<Record<MediaKind, { kinds: readonly string[]; mime?: string; what: string }>> =
  {
    media: {
      kinds: ["image", "video", "audio", "voice", "document", "sticker"],
      what: "picture, sound or file",
    },
    image: { kinds: ["image"], mime: "image/", what: "picture" },
    video: { kinds: ["video"], mime: "video/", what: "video" },
    audio: { kinds: ["audio", "voice"], mime: "audio/", what: "sound" },
    file: { kinds: ["document"], what: "file" },
  };

function readMedia(kind: MediaKind, content: InboundContent): Answer {
  const { kinds, mime, what } = MEDIA_ANSWERS[kind];
  if (content.type !== "media")
    return { code: kind === "media" ? "not-media" : `not-${kind}`, message: `the answer is no ${what}` };
  const { media, caption } = content;
  const asFile = media.kind === "document" && mime !== undefined && (media.mimeType ?? "").startsWith(mime);
  if (!kinds.includes(media.kind) && !asFile)
    return { code: `not-${kind}`, message: `the answer is no ${what}` };
  return { value: { ...media, ...(caption ? { caption } : {}) } };
}

/** A shared place, `lat, long`, or an address in words where the platform has no way to share a place. */
function readLocation(content: InboundContent, text: string, ctx: StepContext): Answer {
  if (content.type === "location") {
    const { type: _, ...place } = content;
    return { value: place };
  }
  const place = parsePlace(text);
  if (place) return { value: place };
  const { platform } = ctx.channel;
  const shares = platform === "whatsapp" || platform === "simulator";
  if (!shares && text !== "") return { value: { address: text } };
  return { code: "not-a-location", message: "the answer is no location" };
}

/** The first shared card, or a phone number or an e-mail address in words. */
function readContact(content: InboundContent, text: string, ctx: StepContext): Answer {
  const card = content.type === "contacts" ? sharedContacts(content.contacts)[0] : undefined;
  if (card) {
    const phone = card.phones.map((number) => readPhone(number, ctx.contact.phone) ?? number)[0];
    const [email] = card.emails;
    return { value: { ...card, ...(phone ? { phone } : {}), ...(email ? { email } : {}) } };
  }
  const phone = readPhone(text, ctx.contact.phone);
  if (phone) return { value: { name: "", phones: [phone], emails: [], phone } };
  const email = readEmail(text);
  if (email) return { value: { name: "", phones: [], emails: [email], email } };
  return { code: "not-a-contact", message: "the answer is no contact" };
}
