/** “Seen” and “typing…” on Messenger and Instagram ("Sender actions"). */
import type { RenderedSend, SendTarget, Signal } from "../channel.ts";

const ACTIONS = { typing: "typing_on", read: "mark_seen" } as const;

export function renderSignal(
  { kind }: Signal,
  { platformId, externalId }: Pick<SendTarget, "platformId" | "externalId">,
): RenderedSend {
  return {
    path: `${platformId}/messages`,
    body: { recipient: { id: externalId }, sender_action: ACTIONS[kind] },
  };
}
