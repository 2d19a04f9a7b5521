/** Kinds of answers in plain words. */
import type { AskKind } from "@hilo/flow-engine";

export const ASK_WORDS: Record<AskKind, string> = {
  // t:
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
  // t:
  text: { min: "At least this many letters", max: "At most this many letters" },
  number: { min: "Smallest", max: "Largest" },
  rating: { min: "Lowest", max: "Highest" },
};

/** What may be said on a wrong answer of each kind. */
export const WRONG_EXAMPLES: Record<AskKind, string> = {
  // t:
  text: "Please answer in words.",
  number: "Please write a number.",
  email: "That doesn't look like an e-mail address.",
  phone: "That doesn't look like a phone number.",
  url: "That doesn't look like a web address.",
  date: "Please write a date, such as 24/12 or tomorrow.",
  time: "Please write a time, such as 15:30 or 3 pm.",
  choice: "Please choose one of the options.",
  "yes-no": "Please answer yes or no.",
  rating: "Please answer with a number.",
  media: "Please send a picture or a file.",
  image: "Please send a picture.",
  video: "Please send a video.",
  audio: "Please send a voice note.",
  file: "Please send a document.",
  location: "Please share a place.",
  contact: "Please share a contact.",
};

/** What `earliest` and `latest` bound. */
export const MOMENT_WORDS: Partial<Record<AskKind, { earliest: string; latest: string; example: string }>> = {
  // t:
  date: { earliest: "First day that counts", latest: "Last day that counts", example: "2026-12-24" },
  time: { earliest: "Not before", latest: "Not after", example: "09:00" },
};
