/** `hilo after-restore`: run once after a backup was restored and before the server starts, so that nothing is sent twice. */
import { holdBackAfterRestore } from "../outbox/after-restore.ts";
import { withDatabase } from "./with-database.ts";

export async function afterRestoreCommand(): Promise<number> {
  const { messages, tasks } = await withDatabase(({ pool }) => holdBackAfterRestore(pool));
  for (const { channel, count } of messages)
    console.log(`${channel}: ${count} messages are uncertain and are not sent by themselves.`);
  if (messages.length === 0) console.log("No message waited to be sent.");
  if (tasks > 0) console.log(`${tasks} requests are not made again; their flows go on by the error port.`);
  return 0;
}
