/** What a row says of people and of messages already there, collected by a drain and saved with it. */
import type { InboundContent } from "@hilo/flow-engine";

export type News =
  /** Edited, or (null) taken back by its writer. */
  | { kind: "revision"; platformMessageId: string; content: InboundContent | null; at: Date }
  /** An empty emoji takes the reaction back. */
  | { kind: "reaction"; platformMessageId: string; emoji: string }
  /** All that was sent until then is delivered or read. */
  | { kind: "watermark"; status: "delivered" | "read"; upTo: string }
  /** Further ids of the person on this channel. */
  | { kind: "identity"; ids: readonly string[] }
  /** The person's number; `replaces` the one that is known. */
  | { kind: "phone"; phone: string; replaces: boolean }
  /** Where messages go from now on. */
  | { kind: "send-to"; externalId: string }
  | { kind: "marketing"; stop: boolean; at: Date };
export type NewsOf<K extends News["kind"]> = Extract<News, { kind: K }>;
