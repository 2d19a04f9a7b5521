/** What a workspace sets for all its flows, as a step needs it: read from the row's JSON once for each text of it. */

import {
  compileGlobalWords,
  DEFAULT_GLOBAL_WORDS,
  type GlobalWords,
  globalWordsSchema,
  type Schedule,
  scheduleSchema,
} from "@hilo/flow-engine";
import { z } from "zod";
import { keptByText } from "../db/kept-by-text.ts";

/** Kept in `workspaces.settings`; other keys are others' business. */
export const workspaceSettingsSchema = z.object({
  /** Opening hours; absent: always open. */
  hours: scheduleSchema.optional(),
  globalWords: globalWordsSchema.default(DEFAULT_GLOBAL_WORDS),
});

export interface WorkspaceSettings {
  hours: Schedule | undefined;
  words: GlobalWords;
}

/** Of the column's text. Settings that this version can't read count as unset. */
export const workspaceSettings = keptByText((json): WorkspaceSettings => {
  const parsed = workspaceSettingsSchema.safeParse(JSON.parse(json));
  const { hours, globalWords } = parsed.data ?? workspaceSettingsSchema.parse({});
  return { hours, words: compileGlobalWords(globalWords) };
});
