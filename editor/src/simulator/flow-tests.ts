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
import { t } from "../i18n/t.ts";
import type { PlayedPlatform } from "./phone-memory.ts";

/** What can't be read as a test is left out. */
export function flowTests(doc: FlowDocument): Transcript[] {
  if (!Array.isArray(doc.tests)) return [];
  return doc.tests.flatMap((raw) => {
    const parsed = transcriptSchema.safeParse(raw);
    return parsed.success ? [parsed.data] : [];
  });
}

/**
 * Why a test failed; empty when it passed.
 * @param others flows that it may call
 */
export function playTest(test: Transcript, doc: FlowDocument, others: readonly FlowDocument[] = []): string {
  if (test.calls.length > 0 && others.length === 0)
    return t("It calls other flows: play it from the list of flows, or with `hilo test`.");
  try {
    return playTranscript(test, [doc, ...others]).report;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

interface Chat {
  name: string;
  timeZone: string;
  contact: { name: string; phone: string };
  platform: PlayedPlatform;
  /** Oldest first. */
  messages: readonly Message[];
}

/** @returns null when the customer did not begin the chat */
export function recordChat({ messages, platform, ...chat }: Chat): Transcript | null {
  const said = messages.flatMap((message): SaidInChat[] => {
    const shown = shownContent(message);
    const at = Date.parse(message.createdAt);
    if (shown.from === "customer" && message.direction === "in")
      return [{ at, by: "customer", content: shown.content }];
    return shown.from === "business" ? [{ at, by: "bot", content: shown.content }] : [];
  });
  const test = recordTranscript({ ...chat, messages: said });
  return test && platform !== "whatsapp" ? { ...test, platform } : test;
}
