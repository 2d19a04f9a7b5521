/** The writes of a drain: everything the batch made, in one statement, whatever its size; rare things in one more each. */
import type { PoolClient } from "pg";
import saveSql from "../db/sql/save-drain.sql";
import { statement } from "../db/sql.ts";
import type { Change } from "../realtime/change-log.ts";
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
  overWaitRows,
  type Said,
  type SavedMessage,
  savedMessages,
  taskRows,
  timerRows,
} from "./saved-rows.ts";
import { continuedCount, sessionColumns, stepColumns } from "./session-rows.ts";
import type { Work } from "./work.ts";

const saveDrain = statement<{ wentOn: number; said: Record<string, Said> }>("save-drain", saveSql);

/**
 * Saves works, and how each row of the inbox ended.
 * @param strays rows that belong to no conversation
 * @param atOnce ids of messages to claim for sending as they are saved; those that were have the status Sending
 * @returns the messages that are new, in order, and what is to be told of older ones
 * @throws when another worker wrote one of the sessions: a version that does not follow the stored one stops the whole batch
 */
export async function saveWorks(
  client: PoolClient,
  works: readonly Work[],
  strays: readonly FinishedRow[],
  atOnce: ReadonlySet<string>,
): Promise<{ messages: SavedMessage[]; changes: Change[] }> {
  const json = [overWaitRows(works), timerRows(works), taskRows(works), contactRows(works)];
  const [saved] = await saveDrain.rows(client, [
    ...sessionColumns(works),
    ...stepColumns(works),
    ...messageColumns(works, atOnce),
    ...conversationColumns(works),
    ...finishedColumns([...finishedRows(works), ...strays]),
    ...json.map((rows) => JSON.stringify(rows)),
  ]);
  const { wentOn, said } = saved ?? { wentOn: 0, said: {} };
  const continued = continuedCount(works);
  if (wentOn !== continued)
    throw new Error(`session fence: ${continued - wentOn} sessions were written by another worker`);
  await saveTags(client, works);
  await saveDeeds(client, works);
  const changes = await saveNews(client, works);
  await releaseHeld(client, works);
  return { messages: savedMessages(works, said), changes };
}
