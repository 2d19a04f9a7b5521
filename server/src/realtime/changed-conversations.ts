/** Tells lists which rows are new: conversations that change many times in a moment are read and told once for all of it. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import type { Logger } from "pino";
import type { Conversation } from "../contract/index.ts";
import { conversationsByIds } from "../conversations/views.ts";
import { type LiveEvent, nextSeq } from "./change-log.ts";

/** The first change is told at once; those that follow within this time, together. */
const EVERY_MS = 100;
/** A list's rows are half a kilobyte each, for each who listens: 10 MB in a second at most. */
const ROWS_PER_SECOND = 20_000;
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
  /** How many may hear it. Where nobody does, nothing is read. */
  listeners(workspaceId: string): number;
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
    for (const key of keys) if (this.parts.listeners(key.workspaceId) > 0) this.waiting.set(key.id, key);
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
      await this.tell(keys).catch((error: unknown) =>
        this.parts.log.error({ err: error }, "live lists not told"),
      );
      await sleep(Math.max(this.everyMs, this.restMs(keys)) - (performance.now() - startedAt));
    }
    this.telling = null;
  }

  private restMs(told: readonly ConversationKey[]): number {
    const rows = told.reduce((sum, { workspaceId }) => sum + this.parts.listeners(workspaceId), 0);
    return Math.min((rows / ROWS_PER_SECOND) * 1_000, LONGEST_MS);
  }

  private async tell(keys: readonly ConversationKey[]): Promise<void> {
    const seq = await nextSeq(this.parts.pool);
    const views = await conversationsByIds(this.parts.pool, keys);
    const lists = new Map<string, Conversation[]>();
    for (const { workspaceId, ...conversation } of views) {
      const list = lists.get(workspaceId);
      if (list) list.push(conversation);
      else lists.set(workspaceId, [conversation]);
    }
    this.parts.publish(
      [...lists].map(([workspaceId, conversations]) => ({
        workspaceId,
        contactId: null,
        event: "conversations:updated",
        payload: { conversations },
        seq,
      })),
    );
  }
}
