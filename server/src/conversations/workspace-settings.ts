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

/** Workspaces of one process whose settings are kept ready. */
const MAX_KEPT = 500;
const kept = new Map<string, WorkspaceSettings>();

/** @param json the column's text. Settings that this version can't read count as unset. */
export function workspaceSettings(json: string): WorkspaceSettings {
  const known = kept.get(json);
  if (known) return known;
  const parsed = workspaceSettingsSchema.safeParse(JSON.parse(json));
  const { hours, globalWords } = parsed.data ?? workspaceSettingsSchema.parse({});
  const settings = { hours, words: compileGlobalWords(globalWords) };
  const [oldest] = kept.keys();
  if (kept.size >= MAX_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(json, settings);
  return settings;
}
