/** The writes of a drain: everything the batch made, in one statement, whatever its size; rare things in one more each. */
import type { PoolClient } from "pg";
import saveSql from "../db/sql/save-drain.sql";
import { statement } from "../db/sql.ts";
import { appendChanges, type LiveEvent } from "../realtime/change-log.ts";
import { eventsOfNotes, notesOf } from "./changes.ts";
import type { SendClaims } from "./direct-sends.ts";
import { releaseHeld } from "./release-held.ts";
import { contactRows, saveTags } from "./save-contacts.ts";
import { saveDeeds } from "./save-deeds.ts";
import { saveNews } from "./save-news.ts";
import {
  conversationColumns,
  type FinishedRow,
  finishedColumns,
  finishedRows,
  messageColumns,
  noteColumns,
  overWaitRows,
  type Said,
  type SavedMessage,
  savedMessages,
  taskRows,
  timerRows,
} from "./saved-rows.ts";
import { continuedCount, sessionColumns, stepColumns } from "./session-rows.ts";
import type { Work } from "./work.ts";

const saveDrain = statement<{ said: Record<string, Said>; noted: string[] }>("save-drain", saveSql);

export interface Saved {
  /** Those that are new, in order. */
  messages: SavedMessage[];
  events: LiveEvent[];
}

/**
 * Saves works, and how each row of the inbox ended. The commit is the caller's, after this: were it sent along, a process that dies
 * meanwhile would leave messages claimed that nobody sends.
 * @param strays rows that belong to no conversation
 * @param atOnce messages to claim for sending as they are saved; those that were have the status Sending
 * @throws when another worker wrote one of the sessions: a version that does not follow the stored one stops the whole batch
 */
export async function saveWorks(
  client: PoolClient,
  works: readonly Work[],
  strays: readonly FinishedRow[],
  atOnce: SendClaims,
): Promise<Saved> {
  const json = [overWaitRows(works), timerRows(works), taskRows(works), contactRows(works)];
  const notes = notesOf(works);
  const [saved] = await saveDrain
    .rows(client, [
      ...sessionColumns(works),
      ...stepColumns(works),
      ...messageColumns(works, atOnce.ids),
      ...conversationColumns(works),
      ...finishedColumns([...finishedRows(works), ...strays]),
      ...json.map((rows) => JSON.stringify(rows)),
      ...noteColumns(notes),
      continuedCount(works),
      atOnce.journal,
    ])
    .catch(explain);
  await saveTags(client, works);
  await saveDeeds(client, works);
  const changes = await saveNews(client, works);
  await releaseHeld(client, works);
  const { said, noted } = saved ?? { said: {}, noted: [] };
  const messages = savedMessages(works, said);
  const told = eventsOfNotes(notes, noted, messages);
  return { messages, events: [...told, ...(await appendChanges(client, changes))] };
}

/** SQLSTATE undefined_object: the statement asks for a setting that is not there when it has to fail. */
const NO_SUCH_SETTING = "42704";

function explain(error: unknown): never {
  const isFence =
    error instanceof Error &&
    "code" in error &&
    error.code === NO_SUCH_SETTING &&
    error.message.includes("hilo.session_fence");
  if (isFence) throw new Error("session fence: sessions were written by another worker", { cause: error });
  throw error;
}
