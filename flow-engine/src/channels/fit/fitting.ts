/** What fitting one content has at hand: the platform's limits, a place for notes, and fitting itself for what stands in. */
import type { MessageContent } from "../../content/schema.ts";
import type { ChannelLimits } from "../channel-limits.ts";
import { oneLine, type Room, splitText } from "../shorten.ts";

export const FIT_NOTE_CODES = [
  "shortened",
  "split",
  "shown-otherwise",
  "moved",
  "filled-in",
  "left-out",
  "refused",
] as const;

/** What was changed so that the platform takes it, and why, in one sentence. */
export interface FitNote {
  code: (typeof FIT_NOTE_CODES)[number];
  message: string;
  /** Characters that there is room for. */
  max?: number;
  /** What it is shown as: a way of the table of renderings. */
  as?: string;
}

export interface Fitting {
  limits: ChannelLimits;
  note(code: FitNote["code"], message: string, more?: Pick<FitNote, "max" | "as">): void;
  /** Another content that stands in for the one at hand, or beside it. */
  fit(content: MessageContent): MessageContent[];
}

/** `1,024`: the same everywhere, whatever the machine's language. */
const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

const inWords = ({ characters, bytes }: Room) =>
  bytes === undefined ? `${grouped(characters)} characters` : `${grouped(bytes)} bytes`;

export function textRoom({ limits }: Fitting, characters = limits.text): Room {
  return { characters, bytes: limits.textBytes };
}

/** A text in as many messages as it takes; none when there is nothing to say. */
export function sayText(fitting: Fitting, text: string, preview?: boolean): MessageContent[] {
  const room = textRoom(fitting);
  const parts = splitText(text, room);
  if (parts.length > 1)
    fitting.note("split", `The text goes in ${parts.length} messages: each holds ${inWords(room)}.`);
  return parts.map((part) => ({
    type: "text",
    text: part,
    ...(preview === undefined ? {} : { preview }),
  }));
}

/** Paragraphs of what there is. */
export function paragraphs(...texts: readonly (string | undefined)[]): string {
  return texts.flatMap((text) => (text?.trim() ? [text.trim()] : [])).join("\n\n");
}

/** Characters of the original that a note repeats. */
const QUOTED = 40;

/** One line of at most `max`. @param what it is: “the title of a button” */
export function fitLine(fitting: Fitting, text: string, max: number, what: string): string {
  const line = oneLine(text, Number.POSITIVE_INFINITY);
  const short = oneLine(line, max);
  if (short !== line) {
    fitting.note(
      "shortened",
      `“${oneLine(line, QUOTED)}” is shortened: ${what} has at most ${grouped(max)} characters on ${fitting.limits.name}.`,
      { max },
    );
  }
  return short;
}

/** The part of a text that stands above buttons is its end; what is too long goes before as text. */
export function fitBody(
  fitting: Fitting,
  text: string,
  max: number,
): { before: MessageContent[]; body: string } {
  const whole = text.trim();
  if (whole === "") return { before: [], body: fillIn(fitting, "the text above the buttons") };
  const room = textRoom(fitting, max);
  const body = splitText(whole, room).at(-1) ?? whole;
  if (body === whole) return { before: [], body };
  fitting.note(
    "split",
    `The text above the buttons has at most ${inWords(room)} on ${fitting.limits.name}: what comes before goes as a text of its own.`,
  );
  return { before: sayText(fitting, whole.slice(0, -body.length).trimEnd()), body };
}

/** Platforms refuse an empty text where they ask for one. */
export const FILLER = "…";

export function fillIn(fitting: Fitting, what: string): string {
  fitting.note(
    "filled-in",
    `“${FILLER}” stands for ${what}, which ${fitting.limits.name} does not take empty.`,
  );
  return FILLER;
}
