/** A chat that took place, as a transcript: what the customer did, what the bot answered, and the time between. */
import type { InboundContent } from "../content/inbound.ts";
import { type MessageContent, wordsOf } from "../content/schema.ts";
import {
  TRANSCRIPT_FORMAT,
  type Transcript,
  type TranscriptStep,
  transcriptSchema,
} from "./transcript-schema.ts";

/** `at`: milliseconds since the epoch. */
export type SaidInChat = { at: number } & (
  | { by: "customer"; content: InboundContent }
  | { by: "bot"; content: MessageContent }
);

interface Recording {
  name: string;
  timeZone: string;
  contact: Partial<Transcript["contact"]>;
  /** Oldest first. */
  messages: readonly SaidInChat[];
}

/** Shorter pauses are the machine's own. */
const SHORTEST_PAUSE_MS = 2_000;

/** @returns null when the customer did not begin the chat: then nothing in it says which flow to start */
export function recordTranscript({ name, timeZone, contact, messages }: Recording): Transcript | null {
  const told = messages.filter((message) => message.content.type !== "reaction");
  const [first] = told;
  if (first?.by !== "customer") return null;
  const steps = told.flatMap((message, at): TranscriptStep[] => {
    const pause = message.at - (told[at - 1]?.at ?? message.at);
    // Rounded up: a timer that woke the bot has to be due by then.
    const wait = pause < SHORTEST_PAUSE_MS ? [] : [{ advance: `${Math.ceil(pause / 1_000)}s` }];
    return [
      ...wait,
      message.by === "customer" ? { customer: done(message.content) } : saidBy(message.content),
    ];
  });
  const start = new Date(first.at).toISOString();
  return transcriptSchema.parse({ format: TRANSCRIPT_FORMAT, name, start, timeZone, contact, steps });
}

type Customer = Extract<TranscriptStep, { customer: unknown }>["customer"];

/** Taps by the option's id: sessions have other ids when the chat is played again, and so have forms. */
function done(content: InboundContent): Customer {
  if (content.type === "text") return content.text;
  if (content.type === "tap") return { tap: content.tap.id };
  if (content.type !== "form") return { content };
  const { flow_token: _, ...values } = content.values;
  return { content: { ...content, values } };
}

/** Words where there are some; else the kind is what counts. */
function saidBy(content: MessageContent): TranscriptStep {
  const words = wordsOf(content);
  return { bot: words === "" ? { type: content.type } : words };
}
