/** Kinds of answers in plain words. */
import type { AskKind } from "@hilo/flow-engine";

export const ASK_WORDS: Record<AskKind, string> = {
  text: "Any text",
  number: "A number",
  email: "An e-mail address",
  phone: "A phone number",
  url: "A web address",
  date: "A date",
  time: "A time of day",
  choice: "One or more of some options",
  "yes-no": "Yes or no",
  rating: "A rating",
  image: "A picture",
  video: "A video",
  audio: "A sound or voice note",
  file: "A file",
  media: "A picture, sound or file",
  location: "A place on the map",
  contact: "A contact's card",
};

/** What `min` and `max` bound, for kinds that have them. */
export const BOUND_WORDS: Partial<Record<AskKind, { min: string; max: string }>> = {
  text: { min: "At least this many letters", max: "At most this many letters" },
  number: { min: "Smallest", max: "Largest" },
  rating: { min: "Lowest", max: "Highest" },
};
