/** The live connection: reconnects by itself, joins its rooms again, and catches up on what it missed. */
import {
  type ClientToServerEvents,
  catchUpAck,
  type FlowPlace,
  joinAck,
  type ServerEventName,
  type ServerEventPayload,
  type ServerToClientEvents,
  serverEvents,
} from "@hilo/server/contract";
import { io, type Socket } from "socket.io-client";
import { type LiveEvent, LiveOrder, type ServerEvent } from "./live-order.ts";

export type LiveState = "connecting" | "online" | "offline";

export interface LiveListeners {
  onEvent: (live: LiveEvent) => void;
  /** Something may have been missed that can't be told event by event: read everything anew. */
  onReset: () => void;
  onState: (state: LiveState) => void;
}

/** A lost connection is shown only after this, so that a blink of the network does not flash a banner. */
const OFFLINE_AFTER_MS = 2_000;
/** How long the server may take to answer a join or a catch-up before we do without. */
const ACK_TIMEOUT_MS = 8_000;

export interface Pace {
  /** The first wait after a lost network; it grows to 5 s. */
  reconnectMs: number;
  /** A server that refused (it was starting, or the session was being renewed) is asked again after this. */
  retryRefusedMs: number;
}
const PACE: Pace = { reconnectMs: 1_000, retryRefusedMs: 4_000 };

const EVENT_NAMES: readonly ServerEventName[] = [
  "message:new",
  "message:updated",
  "message:status",
  "typing:start",
  "typing:stop",
  "session:updated",
  "conversation:updated",
  "conversations:updated",
  "flow:changed",
  "flow:presence",
];

/** A named payload, parsed: rows told together are an event each. None when it is not ours or breaks the contract. */
export function parseLiveEvents(event: string, payload: unknown): LiveEvent[] {
  const name = EVENT_NAMES.find((known) => known === event);
  if (!name) return [];
  const parsed = serverEvents[name].safeParse(payload);
  if (!parsed.success) return [];
  // The schema was picked by the name, so name and payload belong together; the compiler can't follow that.
  const told = { event: name, payload: parsed.data as ServerEventPayload<typeof name> } as ServerEvent;
  if (told.event !== "conversations:updated") return [told];
  const { seq, conversations } = told.payload;
  return conversations.map((conversation) => ({
    event: "conversation:updated",
    payload: { seq, conversation },
  }));
}

export class LiveConnection {
  readonly #socket: Socket<ServerToClientEvents, ClientToServerEvents>;
  readonly #listeners: LiveListeners;
  readonly #pace: Pace;
  readonly #order = new LiveOrder();
  /** Contact id → who looks at it, each told when the room is (re)joined. */
  readonly #rooms = new Map<string, Set<() => void>>();
  /** The flow that is open here and the step selected in it. */
  #flow: FlowPlace | null = null;
  /** Live events that come while catching up wait here, so that older ones go first. */
  #held: LiveEvent[] | null = null;
  #offlineTimer: ReturnType<typeof setTimeout> | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(listeners: LiveListeners, url?: string, pace: Pace = PACE) {
    this.#listeners = listeners;
    this.#pace = pace;
    const options = {
      path: "/socket.io",
      withCredentials: true,
      reconnectionDelay: pace.reconnectMs,
      reconnectionDelayMax: 5_000,
      forceNew: true,
    };
    this.#socket = url === undefined ? io(options) : io(url, options);
    this.#socket.on("connect", () => void this.#welcome());
    this.#socket.on("disconnect", () => this.#lost());
    this.#socket.on("connect_error", () => this.#lost());
    this.#socket.onAny((event: string, payload: unknown) => this.#receive(event, payload));
  }

  /** Joins a contact's room; `onJoined` is called each time the server let us in. Returns the way to leave. */
  join(contactId: string, onJoined: () => void): () => void {
    const watchers = this.#rooms.get(contactId) ?? new Set();
    // Each caller is one entry, even when two pass the same function.
    const watcher = () => onJoined();
    watchers.add(watcher);
    this.#rooms.set(contactId, watchers);
    if (this.#socket.connected) void this.#enter(contactId);
    return () => this.#leave(contactId, watcher);
  }

  /** Shows the others who have the flow open that it is open here too, and at which step. */
  enterFlow(place: FlowPlace): void {
    this.#flow = place;
    if (this.#socket.connected) this.#socket.emit("join:flow", place);
  }

  leaveFlow(): void {
    this.#flow = null;
    if (this.#socket.connected) this.#socket.emit("leave:flow");
  }

  close(): void {
    this.#closed = true;
    this.#socket.disconnect();
    clearTimeout(this.#offlineTimer);
    clearTimeout(this.#retryTimer);
  }

  /** This tab's name in `flow:presence`; undefined while there is no connection. */
  get id(): string | undefined {
    return this.#socket.id;
  }

  #leave(contactId: string, watcher: () => void): void {
    const watchers = this.#rooms.get(contactId);
    watchers?.delete(watcher);
    if (!watchers || watchers.size > 0) return;
    this.#rooms.delete(contactId);
    if (this.#socket.connected) this.#socket.emit("leave:conversation", contactId);
  }

  async #enter(contactId: string): Promise<void> {
    const answer = joinAck.safeParse(
      await this.#answer((ack) => this.#socket.emit("join:conversation", contactId, ack)),
    );
    if (!answer.success || "error" in answer.data) return;
    for (const watcher of this.#rooms.get(contactId) ?? []) watcher();
  }

  async #welcome(): Promise<void> {
    clearTimeout(this.#offlineTimer);
    this.#held = [];
    if (this.#flow) this.#socket.emit("join:flow", this.#flow);
    await Promise.all([...this.#rooms.keys()].map((contactId) => this.#enter(contactId)));
    await this.#catchUp();
    const held = this.#held ?? [];
    this.#held = null;
    for (const live of held) this.#deliver(live);
    if (this.#socket.connected) this.#listeners.onState("online");
  }

  /** Missed events in order; without a place to go on from, or too far behind it, everything is read anew. */
  async #catchUp(): Promise<void> {
    const since = this.#order.latest;
    if (since === null) return this.#listeners.onReset();
    const answer = catchUpAck.safeParse(
      await this.#answer((ack) => this.#socket.emit("catch-up", { since }, ack)),
    );
    if (!answer.success || "error" in answer.data || answer.data.reset) this.#listeners.onReset();
    if (!answer.success || "error" in answer.data) return;
    for (const { event, payload } of answer.data.events)
      for (const live of parseLiveEvents(event, payload)) this.#deliver(live);
    this.#order.advanceTo(answer.data.seq);
  }

  #answer(ask: (ack: (answer: unknown) => void) => void): Promise<unknown> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(null), ACK_TIMEOUT_MS);
      ask((answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
    });
  }

  #receive(event: string, payload: unknown): void {
    for (const live of parseLiveEvents(event, payload)) {
      if (this.#held) this.#held.push(live);
      else this.#deliver(live);
    }
  }

  #deliver(live: LiveEvent): void {
    if (this.#order.accept(live)) this.#listeners.onEvent(live);
  }

  #lost(): void {
    clearTimeout(this.#offlineTimer);
    this.#offlineTimer = setTimeout(() => this.#listeners.onState("offline"), OFFLINE_AFTER_MS);
    // The client comes back by itself after a lost network, but not after a refusal by the server.
    if (this.#socket.active || this.#closed) return;
    clearTimeout(this.#retryTimer);
    this.#retryTimer = setTimeout(() => this.#socket.connect(), this.#pace.retryRefusedMs);
  }
}
