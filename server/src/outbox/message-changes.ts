/** What sockets are told when a message's fate changes. */
import type { DeliveryError } from "../channels/channel.ts";
import type { Message } from "../contract/index.ts";
import type { Change } from "../realtime/change-log.ts";

export interface ChangedMessage {
  workspaceId: string;
  id: string;
  channelId: string;
  contactId: string;
  platformMessageId: string | null;
  status: Message["status"];
  error: DeliveryError | null;
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
