/** What sockets are told when a message's fate changes. */
import type { DeliveryError } from "../channels/channel.ts";
import type { Message } from "../contract/index.ts";
import type { Statement } from "../db/sql.ts";
import { transaction } from "../db/transaction.ts";
import { appendChanges, type Change } from "../realtime/change-log.ts";
import type { Runtime } from "../runtime.ts";

export interface ChangedMessage {
  workspaceId: string;
  id: string;
  channelId: string;
  contactId: string;
  platformMessageId: string | null;
  status: Message["status"];
  error: DeliveryError | null;
}

/** Of a statement that changes messages `m`: what RETURNING gives. */
export const CHANGED_MESSAGE = `m.workspace_id AS "workspaceId", m.id, m.channel_id AS "channelId", m.contact_id AS "contactId",
             m.platform_message_id AS "platformMessageId", m.status, m.error`;

/** Changes messages and tells of it, in one transaction. @returns those that were changed */
export async function changeStatuses(
  runtime: Pick<Runtime, "pool" | "publish">,
  change: Statement<ChangedMessage>,
  values: unknown[],
): Promise<ChangedMessage[]> {
  const { messages, live } = await transaction(runtime.pool, async (client) => {
    const messages = await change.rows(client, values);
    return { messages, live: await appendChanges(client, messages.map(statusChange)) };
  });
  runtime.publish(live);
  return messages;
}

export function statusChange(
  message: Omit<ChangedMessage, "channelId" | "error"> & { error: Message["error"] },
) {
  return {
    workspaceId: message.workspaceId,
    contactId: message.contactId,
    event: "message:status" as const,
    payload: {
      messageId: message.id,
      waMessageId: message.platformMessageId,
      status: message.status,
      contactId: message.contactId,
      error: message.error,
    },
  } satisfies Change;
}
