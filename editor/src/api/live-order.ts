/** Which live events are news: the same event may come twice (live and by catch-up) and out of order. */
import type { ServerEventName, ServerEventPayload } from "@hilo/server/contract";

/** An event as the server sends it with its payload, typed as a pair. */
export type ServerEvent = {
  [N in ServerEventName]: { event: N; payload: ServerEventPayload<N> };
}[ServerEventName];

/** What the editor handles: rows that were told together are told apart. */
export type LiveEvent = Exclude<ServerEvent, { event: "conversations:updated" }>;

/** Enough to cover everything that can be in flight around a reconnect; older duplicates do no harm. */
const REMEMBERED = 2_000;

/** What the server tells without keeping it for catch-up (a row as it is right now) has no place in the order. */
const UNLOGGED = "0";

const isLater = (a: string, b: string | null) => b === null || BigInt(a) > BigInt(b);

export class LiveOrder {
  /** The largest `seq` seen: where catch-up goes on from. Null before the first event. */
  latest: string | null = null;
  readonly #seen = new Set<string>();
  /** Whole rows replace each other, so an older one must not undo a newer. */
  readonly #newestRow = new Map<string, string>();

  /** True when the event should be applied. Events without a place in the order (typing, open flows) always are. */
  accept(live: LiveEvent): boolean {
    if (!("seq" in live.payload)) return true;
    const { seq } = live.payload;
    if (seq === UNLOGGED) return true;
    if (isLater(seq, this.latest)) this.latest = seq;
    // A row comes under the number of the last event it shows: it does not take that event's place.
    if (live.event === "conversation:updated") return this.#isNewestRow(live.payload.conversation.id, seq);
    if (this.#seen.has(seq)) return false;
    this.#remember(seq);
    return true;
  }

  /** After catch-up the server names the place to go on from. */
  advanceTo(seq: string): void {
    if (isLater(seq, this.latest)) this.latest = seq;
  }

  #isNewestRow(id: string, seq: string): boolean {
    const newest = this.#newestRow.get(id);
    if (newest !== undefined && isLater(newest, seq)) return false;
    this.#newestRow.set(id, seq);
    return true;
  }

  #remember(seq: string): void {
    this.#seen.add(seq);
    if (this.#seen.size <= REMEMBERED) return;
    const oldest = this.#seen.values().next().value;
    if (oldest !== undefined) this.#seen.delete(oldest);
  }
}
