/** What a word that means the same in every flow asks of the world, in a session and without one. */
import type { NodeEffect } from "../nodes/define-node.ts";
import { type GlobalWord, globalWordReply } from "../triggers/global-words.ts";
import type { StepContext } from "./context.ts";

/** @param text the word as it was written: it tells the language of the answer */
export function answerGlobalWord(
  word: GlobalWord,
  text: string,
  ctx: Pick<StepContext, "words" | "contact">,
): NodeEffect[] {
  const reply = ctx.words ? globalWordReply(ctx.words, word, text, ctx.contact.language) : null;
  return [...deedsOf(word), ...(reply ? [{ type: "send-message", content: reply } as const] : [])];
}

function deedsOf(word: GlobalWord): NodeEffect[] {
  switch (word) {
    case "stop":
      return [{ type: "set-opt-in", state: "out" }];
    case "start":
      return [{ type: "set-opt-in", state: "in" }];
    case "agent":
      return [{ type: "hand-off" }];
    case "cancel":
      return [];
  }
}
