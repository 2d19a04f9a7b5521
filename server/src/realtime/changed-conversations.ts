/** Tells lists which rows are new: conversations that change many times in a moment are read once for all of it. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import type { Logger } from "pino";
import type { Conversation } from "../contract/index.ts";
import { conversationsByIds } from "../conversations/views.ts";
import { type LiveEvent, nextSeq } from "./change-log.ts";

/** The first change is told at once; those that follow within this time, together. */
const EVERY_MS = 100;
/** Told to hundreds of members, a list takes its time: of all time, one part in so many and one. */
const REST = 9;
/** However many listen, a list is no older than that. */
const LONGEST_MS = 2_000;
/** Rows of one read. */
const MAX_AT_ONCE = 500;

export interface ConversationKey {
  workspaceId: string;
  id: string;
}

interface Parts {
  pool: Pool;
  log: Logger;
  publish(events: LiveEvent[]): void;
  /** Where nobody watches, nothing is read. */
  isWatched(workspaceId: string): boolean;
}

export class ChangedConversations {
  private readonly waiting = new Map<string, ConversationKey>();
  private telling: Promise<void> | null = null;

  constructor(
    private readonly parts: Parts,
    private readonly everyMs = EVERY_MS,
  ) {}

  /** Never throws, never waits. What is lost with the process a client reads when it connects again. */
  add(keys: readonly ConversationKey[]): void {
    for (const key of keys) if (this.parts.isWatched(key.workspaceId)) this.waiting.set(key.id, key);
    if (this.waiting.size > 0) this.telling ??= this.tellAll();
  }

  /** When all that was added is told. */
  async idle(): Promise<void> {
    while (this.telling !== null) await this.telling;
  }

  private async tellAll(): Promise<void> {
    while (this.waiting.size > 0) {
      const startedAt = performance.now();
      const keys = [...this.waiting.values()].slice(0, MAX_AT_ONCE);
      for (const { id } of keys) this.waiting.delete(id);
      const toldMs = await this.tell(keys).catch((error: unknown) => {
        this.parts.log.error({ err: error }, "live lists not told");
        return 0;
      });
      const restMs = Math.min(toldMs * REST, LONGEST_MS);
      await sleep(Math.max(restMs, this.everyMs - (performance.now() - startedAt)));
    }
    this.telling = null;
  }

  /** @returns how long the telling itself took, in milliseconds */
  private async tell(keys: readonly ConversationKey[]): Promise<number> {
    const seq = await nextSeq(this.parts.pool);
    const views = await conversationsByIds(this.parts.pool, keys);
    const lists = new Map<string, Conversation[]>();
    for (const { workspaceId, ...conversation } of views) {
      const list = lists.get(workspaceId);
      if (list) list.push(conversation);
      else lists.set(workspaceId, [conversation]);
    }
    const startedAt = performance.now();
    this.parts.publish(
      [...lists].map(([workspaceId, conversations]) => ({
        workspaceId,
        contactId: null,
        event: "conversations:updated",
        payload: { conversations },
        seq,
      })),
    );
    return performance.now() - startedAt;
  }
}
