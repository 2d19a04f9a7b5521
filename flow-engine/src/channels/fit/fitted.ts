/** What a content becomes on a platform, and what is said of the changes. */
import type { MessageContent } from "../../content/schema.ts";

/** One thing that was changed, for the person who wrote it. */
export interface FitNote {
  code: "split" | "shortened" | "shown-otherwise" | "moved" | "left-out";
  message: string;
}

/** Messages to send, in order; none when there is nothing to say. */
export interface Fitted {
  messages: MessageContent[];
  notes: FitNote[];
}

export const fitted = (messages: MessageContent[], ...notes: FitNote[]): Fitted => ({ messages, notes });

/** One after the other. */
export function joined(...parts: readonly Fitted[]): Fitted {
  return { messages: parts.flatMap(({ messages }) => messages), notes: parts.flatMap(({ notes }) => notes) };
}

export const otherwise = (message: string): FitNote => ({ code: "shown-otherwise", message });
export const leftOut = (message: string): FitNote => ({ code: "left-out", message });
