/** Kinds of answers in plain words. */
import type { AskKind } from "@hilo/flow-engine";

export const ASK_WORDS: Record<AskKind, string> = {
  text: "Any text",
  number: "A number",
  email: "An e-mail address",
  phone: "A phone number",
  url: "A web address",
  date: "A date",
  "yes-no": "Yes or no",
  rating: "A rating",
  media: "A picture or file",
  location: "A place on the map",
};

/** What `min` and `max` bound, for kinds that have them. */
export const BOUND_WORDS: Partial<Record<AskKind, { min: string; max: string }>> = {
  text: { min: "At least this many letters", max: "At most this many letters" },
  number: { min: "Smallest", max: "Largest" },
  rating: { min: "Lowest", max: "Highest" },
};
