/** What a channel takes at the moment, kept for somebody who is about to save messages. */
import type { ClaimedMessage } from "./send-one.ts";

export interface SendRoom {
  /** How many messages, from 1. */
  size: number;
  /** Noted with the claims (journal.ts). */
  journal: string | null;
  /** To be called once, after the commit or after its failure. @param messages saved as Sending, `size` at most */
  use(messages: readonly ClaimedMessage[]): void;
}
