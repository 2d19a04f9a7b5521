/** What every part of the server is given; made once in app.ts. */
import type { Pool } from "pg";
import type { Logger } from "pino";
import type { Config } from "./config.ts";
import type { PrismaClient } from "./db/client.ts";
import type { SendRoom } from "./outbox/send-room.ts";
import type { ChannelSignal } from "./outbox/signals.ts";
import type { LiveEvent } from "./realtime/change-log.ts";
import type { ConversationKey } from "./realtime/changed-conversations.ts";
import type { FlowChange } from "./realtime/flow-rooms.ts";
import type { SecretBox } from "./secrets/secret-box.ts";

/** A wake-up only says when; what there is to do is in tables. Keys: shard number, channel id, `due`. */
export type WakeName = "drain" | "deliver" | "task";

export interface Runtime {
  config: Config;
  /** The way of a message, from its webhook to its sends: statements of `db/sql/` and their like, always by their indexes. */
  hot: Pool;
  /** Everything else that is SQL. */
  pool: Pool;
  /** Everything that is not. */
  prisma: PrismaClient;
  log: Logger;
  secrets: SecretBox;
  /** The server's clock; arrival times come from it, tests inject it. */
  now(): Date;
  /** Inbox rows up to this id were there before this process: what ended the one before may be among them. */
  inheritedUpTo?: bigint;
  /** Never throws, never waits: a lost wake-up is made good by the sweep. */
  wake(name: WakeName, key: string): void;
  /**
   * Room for messages that this process sends as soon as they are saved, without a look at the outbox in between.
   * Null: none here; they wait in the outbox for whoever is woken.
   */
  reserveSends(channelId: string, wanted: number): SendRoom | null;
  /** Pushes to sockets. Only after commit. */
  publish(events: LiveEvent[]): void;
  /** Runs a statement that returns what is to be published, of those contacts only that are watched (null: of all). */
  telling<T>(work: (watched: readonly string[] | null) => Promise<T>): Promise<T>;
  /** Tells lists that these rows changed, many changes of a moment at once. Only after commit; never throws, never waits. */
  changed(conversations: readonly ConversationKey[]): void;
  /** Where a program outside goes on with a session. */
  hookUrl(workspaceId: string, sessionId: string): string;
  /** Shows customers that somebody is writing, or that their message was read. Only after commit; at most once, never waited for. */
  signal(signals: readonly ChannelSignal[]): void;
  /** Shows the bot at work to who watches the contact; ends by itself. */
  typing(workspaceId: string, contactId: string): void;
  /** Tells who has the flow open that it was saved or published. Only after commit; never throws, never waits. */
  flowChanged(change: FlowChange): void;
}
