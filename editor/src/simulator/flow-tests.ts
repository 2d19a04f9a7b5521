/** The tests of a flow: read from its definition, recorded from a chat, played by the engine. */
import {
  playTranscript,
  recordTranscript,
  type SaidInChat,
  type Transcript,
  transcriptSchema,
} from "@hilo/flow-engine/testing";
import type { Message } from "@hilo/server/contract";
import { shownContent } from "../conversations/bubbles/shown-content.ts";
import type { FlowDocument } from "../document/flow-document.ts";

/** What can't be read as a test is left out. */
export function flowTests(doc: FlowDocument): Transcript[] {
  if (!Array.isArray(doc.tests)) return [];
  return doc.tests.flatMap((raw) => {
    const parsed = transcriptSchema.safeParse(raw);
    return parsed.success ? [parsed.data] : [];
  });
}

/** Why a test failed; empty when it passed. */
export function playTest(test: Transcript, doc: FlowDocument): string {
  if (test.calls.length > 0) return "It calls other flows: play it with `hilo test`.";
  try {
    return playTranscript(test, [doc]).report;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

interface Chat {
  name: string;
  timeZone: string;
  contact: { name: string; phone: string };
  /** Oldest first. */
  messages: readonly Message[];
}

/** @returns null when the customer did not begin the chat */
export function recordChat({ messages, ...chat }: Chat): Transcript | null {
  const said = messages.flatMap((message): SaidInChat[] => {
    const shown = shownContent(message);
    const at = Date.parse(message.createdAt);
    if (shown.from === "customer" && message.direction === "in")
      return [{ at, by: "customer", content: shown.content }];
    return shown.from === "business" ? [{ at, by: "bot", content: shown.content }] : [];
  });
  return recordTranscript({ ...chat, messages: said });
}
