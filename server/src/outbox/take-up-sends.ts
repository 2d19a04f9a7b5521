/** What a process of this machine had claimed and not begun when it died is to be sent; the rest of its sends stays uncertain. */
import { ints, uuids } from "../db/lists.ts";
import { statement } from "../db/sql.ts";
import { transaction } from "../db/transaction.ts";
import { appendChanges } from "../realtime/change-log.ts";
import type { Runtime } from "../runtime.ts";
import { type ChangedMessage, statusChange } from "./message-changes.ts";
import { abandonedJournals } from "./send-journal.ts";

/** A claim of the dead process may still be on its way through the database, whose statements take 30 s at most. */
const LATE_CLAIM_MS = 35_000;

/** $1 journal · $2, $3 what was begun: ids and attempts */
const giveBack = statement<ChangedMessage>(
  "give-sends-back",
  `UPDATE messages m SET status = 'Pending', attempts = m.attempts - 1, sending_until = NULL, sending_by = NULL
     FROM (SELECT c.workspace_id, c.id FROM messages c
            WHERE c.stage = 1 AND c.status = 'Sending' AND c.sending_by = $1
              AND NOT EXISTS (SELECT 1 FROM unnest($2::uuid[], $3::int[]) AS b(id, attempt)
                               WHERE b.id = c.id AND b.attempt = c.attempts)
            ORDER BY c.workspace_id, c.id FOR UPDATE) AS untouched
    WHERE m.workspace_id = untouched.workspace_id AND m.id = untouched.id
   RETURNING m.workspace_id AS "workspaceId", m.id, m.channel_id AS "channelId", m.contact_id AS "contactId",
             m.platform_message_id AS "platformMessageId", m.status, m.error`,
);

export class AbandonedSends {
  private readonly foundAt = new Map<string, number>();

  /** @param folder where the journals of this machine's processes are @param wakeDue how to wake a channel, as the sweep does */
  constructor(
    private readonly runtime: Pick<Runtime, "pool" | "publish" | "log">,
    private readonly folder: string,
    private readonly wakeDue: (channelId: string) => void,
  ) {}

  /** Safe in any number of processes at once: each row is given back by one of them. */
  async takeUp(): Promise<void> {
    for (const { key, begun, remove } of await abandonedJournals(this.folder)) {
      const values = [key, uuids(begun, ({ id }) => id), ints(begun, ({ attempt }) => attempt)];
      const { messages, live } = await transaction(this.runtime.pool, async (client) => {
        const messages = await giveBack.rows(client, values);
        return { messages, live: await appendChanges(client, messages.map(statusChange)) };
      });
      this.runtime.publish(live);
      for (const channelId of new Set(messages.map((message) => message.channelId))) this.wakeDue(channelId);
      if (messages.length > 0)
        this.runtime.log.warn({ sends: messages.length }, "sends that a dead process had not begun are made");
      const since = this.foundAt.get(key) ?? performance.now();
      this.foundAt.set(key, since);
      if (performance.now() - since < LATE_CLAIM_MS) continue;
      await remove();
      this.foundAt.delete(key);
    }
  }
}
