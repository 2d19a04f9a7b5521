/** What the words that mean the same in every flow do, after “means”. */
import type { TriggerExplanation } from "@hilo/server/contract";

export const WORD_WORDS: Record<NonNullable<TriggerExplanation["word"]>, string> = {
  // t:
  stop: "stop writing to me",
  start: "write to me again",
  agent: "I want a person",
  cancel: "cancel",
};
