/** Socket.IO: who may connect, which rooms they may hear, what they missed. The server alone decides about rooms. */
import type { Server as HttpServer } from "node:http";
import type { Pool } from "pg";
import type { Logger } from "pino";
import { Server } from "socket.io";
import { z } from "zod";
import type { Actor } from "../auth/actor.ts";
import type { Authenticator } from "../auth/authenticate.ts";
import { catchUpRequest } from "../contract/index.ts";
import { catchUp } from "./catch-up.ts";
import type { LiveEvent } from "./change-log.ts";
import { type FlowChange, FlowRooms, type Live, type LiveSocket } from "./flow-rooms.ts";
import { TypingStates } from "./typing-states.ts";
import { WatchedContacts } from "./watched-contacts.ts";

export interface SocketServerOptions {
  http: HttpServer;
  pool: Pool;
  log: Logger;
  authenticator: Authenticator;
  /** Browsers send an Origin; programs may not. */
  originAllowed(origin: string | undefined, host: string | undefined): boolean;
  /** Spreads events to other processes; none with a single process. */
  adapter?: Parameters<Server["adapter"]>[0];
}

/** Clients send ids and numbers only. */
const MAX_PACKET_BYTES = 64 * 1024;
/** An agent has a handful of chats open. */
const MAX_ROOMS_PER_SOCKET = 200;
/** A revoked key or an ended sign-in loses its sockets within so long. */
const RECHECK_MS = 3_000;
/** Packets a slow reader may leave waiting here before it is let go; it catches up when it comes back. */
const MAX_BUFFERED_PACKETS = 1_000;

/** Nobody here knows how many sockets other processes have. */
const LISTENERS_ELSEWHERE = 50;

const CONVERSATION = ":conversation:";
const roomOf = (workspaceId: string, contactId: string): string =>
  `${workspaceId}${CONVERSATION}${contactId}`;
/** The contact whose room it is, if it is one's. */
const contactOf = (room: string): string | undefined => room.split(CONVERSATION)[1];
const workspaceRoom = (workspaceId: string): string => `${workspaceId}:members`;

export class SocketServer {
  private readonly io: Live;
  private readonly typing = new TypingStates((state) => this.emitTyping(state));
  private readonly flows: FlowRooms;
  private readonly watched = new WatchedContacts();
  private readonly recheck: NodeJS.Timeout;

  constructor(private readonly options: SocketServerOptions) {
    this.io = new Server(options.http, {
      path: "/socket.io",
      maxHttpBufferSize: MAX_PACKET_BYTES,
      serveClient: false,
      cors: { origin: true, credentials: true },
      allowRequest: (req, done) => done(null, options.originAllowed(req.headers.origin, req.headers.host)),
      ...(options.adapter ? { adapter: options.adapter } : {}),
    });
    this.flows = new FlowRooms(this.io, options.pool);
    this.followRooms();
    this.io.use((socket, next) => this.admit(socket, next));
    this.io.on("connection", (socket) => this.welcome(socket));
    this.recheck = setInterval(() => void this.dropLapsed(), RECHECK_MS);
    this.recheck.unref();
  }

  /** Only after commit. Never throws. */
  publish(events: readonly LiveEvent[]): void {
    for (const event of events) {
      const room =
        event.contactId === null
          ? workspaceRoom(event.workspaceId)
          : roomOf(event.workspaceId, event.contactId);
      if (event.event === "message:new" && event.contactId !== null)
        this.typing.stop(event.workspaceId, event.contactId);
      this.emit(room, event);
    }
  }

  /** The bot is at work for this contact; ends by itself when nothing follows. */
  startTyping(workspaceId: string, contactId: string): void {
    this.typing.start(workspaceId, contactId);
  }

  /** Somebody saved or published a flow. Only after commit. Never throws. */
  flowChanged(change: FlowChange): void {
    this.flows.changed(change);
  }

  /** Runs a statement that returns what is to be published; other processes' rooms are not known here. */
  telling<T>(work: (watched: readonly string[] | null) => Promise<T>): Promise<T> {
    return this.options.adapter ? work(null) : this.watched.during(work);
  }

  /** How many may watch the workspace's lists, here or in another process; those of others are guessed. */
  listeners(workspaceId: string): number {
    const here = this.io.sockets.adapter.rooms.get(workspaceRoom(workspaceId))?.size ?? 0;
    return this.options.adapter === undefined ? here : Math.max(here, LISTENERS_ELSEWHERE);
  }

  stats(): { connections: number; rooms: number } {
    const { rooms, sids } = this.io.sockets.adapter;
    // Each socket is also alone in a room of its own.
    return { connections: this.io.engine.clientsCount, rooms: rooms.size - sids.size };
  }

  async close(): Promise<void> {
    clearInterval(this.recheck);
    this.typing.close();
    await this.io.sockets.adapter.close();
    // Socket.IO's own close would wait for every connection of the HTTP server, also those that are not its own.
    this.io.engine.close();
    // Nobody may come back before the server's owner closes it.
    this.options.http.close();
  }

  private followRooms(): void {
    const follow = (event: string, note: (contactId: string) => void) =>
      this.io.of("/").adapter.on(event, (room: string) => {
        const contactId = contactOf(room);
        if (contactId) note(contactId);
      });
    follow("create-room", (contactId) => this.watched.add(contactId));
    follow("delete-room", (contactId) => this.watched.delete(contactId));
  }

  private emit(room: string, event: LiveEvent): void {
    if (!this.mayHear(room)) return;
    const payload = { ...event.payload, seq: event.seq };
    // The contract pairs each name with its payload; Socket.IO's overloads can't follow a union.
    (this.io.to(room) as { emit(name: string, payload: unknown): boolean }).emit(event.event, payload);
  }

  /** Without other processes, a room that nobody is in has nobody to tell. */
  private mayHear(room: string): boolean {
    return this.options.adapter !== undefined || this.io.sockets.adapter.rooms.has(room);
  }

  private emitTyping({
    workspaceId,
    contactId,
    on,
  }: {
    workspaceId: string;
    contactId: string;
    on: boolean;
  }): void {
    this.io.to(roomOf(workspaceId, contactId)).emit(on ? "typing:start" : "typing:stop", { contactId });
  }

  private async admit(socket: LiveSocket, next: (error?: Error) => void): Promise<void> {
    try {
      const actor = await this.actorOf(socket);
      if (!actor) return next(new Error("unauthorized"));
      socket.data.actor = actor;
      next();
    } catch (error) {
      this.options.log.error({ err: error }, "socket handshake failed");
      next(new Error("unavailable"));
    }
  }

  private welcome(socket: LiveSocket): void {
    const { workspaceId } = socket.data.actor;
    void socket.join(workspaceRoom(workspaceId));
    this.flows.welcome(socket);
    socket.on("join:conversation", (contactId, ack) => {
      void this.join(socket, contactId).then((answer) => reply(ack, answer));
    });
    socket.on("leave:conversation", (contactId, ack) => {
      if (typeof contactId === "string") void socket.leave(roomOf(workspaceId, contactId));
      reply(ack, { ok: true });
    });
    socket.on("catch-up", (request, ack) => {
      void this.catchUp(workspaceId, request).then((answer) => reply(ack, answer));
    });
  }

  private async join(socket: LiveSocket, contactId: unknown): Promise<{ ok: true } | { error: string }> {
    const { workspaceId } = socket.data.actor;
    const id = z.uuid().safeParse(contactId);
    if (!id.success) return { error: "forbidden" };
    if (socket.rooms.size >= MAX_ROOMS_PER_SOCKET) return { error: "too-many-rooms" };
    try {
      const { rowCount } = await this.options.pool.query({
        name: "socket-may-join",
        text: "SELECT 1 FROM contacts WHERE workspace_id = $1 AND id = $2",
        values: [workspaceId, id.data],
      });
      if (!rowCount) return { error: "forbidden" };
      await socket.join(roomOf(workspaceId, id.data));
      // What is being stored now was not asked to tell this socket: it will read that.
      await this.watched.settled();
      return { ok: true };
    } catch {
      return { error: "unavailable" };
    }
  }

  private async catchUp(workspaceId: string, request: unknown) {
    const parsed = catchUpRequest.safeParse(request);
    if (!parsed.success) return { error: "bad-request" };
    try {
      return await catchUp(this.options.pool, workspaceId, parsed.data.since);
    } catch {
      return { error: "unavailable" };
    }
  }

  /** By the API key given as token, else by the session cookie. */
  private async actorOf(socket: LiveSocket): Promise<Actor | null> {
    const { authenticator } = this.options;
    const token: unknown = socket.handshake.auth.token;
    if (typeof token === "string") return authenticator.byKey(token);
    return (await authenticator.bySession(socket.request.headers))?.actor ?? null;
  }

  /** Who signed out, or whose key was revoked, hears nothing more. One query for all sockets. */
  private async dropLapsed(): Promise<void> {
    const sockets = [...this.io.sockets.sockets.values()];
    for (const socket of sockets) if (waitingPackets(socket) > MAX_BUFFERED_PACKETS) socket.conn.close(true);
    try {
      const lapsed = await this.options.authenticator.lapsed(sockets.map((socket) => socket.data.actor));
      for (const position of lapsed) sockets[position]?.disconnect(true);
    } catch (error) {
      // The database is away: nothing can be said about anybody now.
      this.options.log.warn({ err: error }, "sockets not checked");
    }
  }
}

/** Socket.IO offers no public count of what a reader has not taken yet. */
function waitingPackets({ conn }: LiveSocket): number {
  const waiting: unknown = Reflect.get(conn, "writeBuffer");
  return Array.isArray(waiting) ? waiting.length : 0;
}

/** A client may leave the acknowledgement out, or send something that is none. */
function reply<T>(ack: ((answer: T) => void) | undefined, answer: T): void {
  if (typeof ack === "function") ack(answer);
}
