/** What Hilo itself says, outside of any flow: a fixed answer, and the answer to a word that means the same everywhere. */
import { answerGlobalWord, type GlobalWord, type InputMessage } from "@hilo/flow-engine";
import { applyEffect } from "../effects/apply.ts";
import type { InboxRow } from "./inbox-row.ts";
import { NO_FLOW, type Work } from "./work.ts";

export function sayReply(work: Work, row: InboxRow, text: string): void {
  work.say(
    { type: "text", text },
    {
      ...NO_FLOW,
      key: `reply:${row.id}`,
      author: "system",
      authorId: null,
      inboxEventId: row.id,
      at: row.receivedAt,
    },
  );
}

export function answerGlobally(
  work: Work,
  row: InboxRow,
  word: GlobalWord,
  message: InputMessage | undefined,
): void {
  const text = message?.content.type === "text" ? message.content.text : "";
  const { words } = work.conversation.settings;
  const effects = answerGlobalWord(word, text, { words, contact: work.contact });
  for (const [at, effect] of effects.entries()) {
    const id = `word:${row.id}:${at}`;
    applyEffect(
      work,
      { ...effect, id, nodeId: null },
      { session: null, inboxEventId: row.id, at: row.receivedAt },
    );
  }
}
