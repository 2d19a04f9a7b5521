// @vitest-environment node
/** The live connection against a real Socket.IO server: rooms, reconnecting, catching up. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { testMessage } from "../conversations/bubbles/test-message.ts";
import { testConversation } from "../conversations/test-conversation.ts";
import type { LiveEvent } from "./live-order.ts";
import { LiveConnection, parseLiveEvents } from "./socket.ts";

const contactId = testMessage(1).contactId;
const said = (seq: number) => ({ seq: String(seq), message: testMessage(seq), contactId });

interface Missed {
  events: { event: string; payload: unknown }[];
  seq: string;
  reset: boolean;
}

let http: ReturnType<typeof createServer>;
let server: Server;
let connection: LiveConnection;
/** What the server would answer to `catch-up`, and what it was asked. */
let missed: Missed;
let asked: unknown[];
let joined: string[];
let events: LiveEvent[];
let resets: number;

beforeEach(async () => {
  http = createServer();
  server = new Server(http);
  [missed, asked, joined, events, resets] = [{ events: [], seq: "0", reset: false }, [], [], [], 0];
  server.on("connection", (socket) => {
    socket.on("join:conversation", async (id: string, ack) => {
      joined.push(id);
      await socket.join(id);
      ack({ ok: true });
    });
    socket.on("leave:conversation", (id: string) => socket.leave(id));
    socket.on("catch-up", (request: unknown, ack) => {
      asked.push(request);
      ack(missed);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const { port } = http.address() as AddressInfo;
  connection = new LiveConnection(
    { onEvent: (live) => events.push(live), onReset: () => (resets += 1), onState: () => {} },
    `http://127.0.0.1:${port}`,
    { reconnectMs: 20, retryRefusedMs: 30 },
  );
});

afterEach(async () => {
  connection.close();
  await server.close();
});

const seqs = () => events.map((live) => ("seq" in live.payload ? live.payload.seq : null));
/** Breaks the transport as a lost network does; the client comes back by itself. */
const cut = () => {
  for (const socket of server.sockets.sockets.values()) socket.conn.close();
};

test("a first connection has nothing to catch up from, and reads everything anew", async () => {
  await vi.waitFor(() => expect(resets).toBe(1));
  expect(asked).toEqual([]);
});

test("a room's events come while somebody looks at it", async () => {
  const onJoined = vi.fn();
  const leave = connection.join(contactId, onJoined);
  const leaveToo = connection.join(contactId, () => {});
  await vi.waitFor(() => expect(onJoined).toHaveBeenCalled());
  leave();
  server.to(contactId).emit("message:new", said(1));
  await vi.waitFor(() => expect(seqs()).toEqual(["1"]));
  leaveToo();
  await vi.waitFor(() => expect(server.sockets.adapter.rooms.has(contactId)).toBe(false));
});

test("after a break the room is joined again and the missed events come in order, each once", async () => {
  const onJoined = vi.fn();
  connection.join(contactId, onJoined);
  await vi.waitFor(() => expect(onJoined).toHaveBeenCalled());
  server.to(contactId).emit("message:new", said(5));
  await vi.waitFor(() => expect(seqs()).toEqual(["5"]));

  const again = [5, 6, 7].map((seq) => ({ event: "message:new", payload: said(seq) }));
  missed = { events: again, seq: "9", reset: false };
  const before = joined.length;
  cut();
  await vi.waitFor(() => expect(seqs()).toEqual(["5", "6", "7"]), { timeout: 8_000 });
  expect(asked).toEqual([{ since: "5" }]);
  expect(joined.length).toBe(before + 1);
  expect(resets).toBe(1);

  missed = { events: [], seq: "9", reset: false };
  cut();
  await vi.waitFor(() => expect(asked).toEqual([{ since: "5" }, { since: "9" }]), { timeout: 8_000 });
});

test("too far behind, everything is read anew", async () => {
  connection.join(contactId, () => {});
  await vi.waitFor(() => expect(server.sockets.adapter.rooms.has(contactId)).toBe(true));
  server.to(contactId).emit("message:new", said(5));
  await vi.waitFor(() => expect(seqs()).toEqual(["5"]));
  missed = { events: [], seq: "90000", reset: true };
  cut();
  await vi.waitFor(() => expect(resets).toBe(2), { timeout: 8_000 });
});

test("a server that sent us away is asked again", async () => {
  await vi.waitFor(() => expect(resets).toBe(1));
  for (const socket of server.sockets.sockets.values()) socket.disconnect();
  await vi.waitFor(() => expect(server.sockets.sockets.size).toBe(0));
  await vi.waitFor(() => expect(server.sockets.sockets.size).toBe(1), { timeout: 9_000 });
});

test("what breaks the contract is no event", () => {
  expect(parseLiveEvents("message:new", { ...said(1), message: { id: 3 } })).toEqual([]);
  expect(parseLiveEvents("message:gone", said(1))).toEqual([]);
  expect(parseLiveEvents("constructor", {})).toEqual([]);
  expect(parseLiveEvents("typing:stop", { contactId })).toEqual([
    {
      event: "typing:stop",
      payload: { contactId },
    },
  ]);
});

test("rows that are told together are an event each, under one number", () => {
  const row = (n: number) => testConversation(testMessage(n), n);
  const told = parseLiveEvents("conversations:updated", { seq: "7", conversations: [row(1), row(2)] });
  expect(told).toMatchObject([
    { event: "conversation:updated", payload: { seq: "7", conversation: { unread: 1 } } },
    { event: "conversation:updated", payload: { seq: "7", conversation: { unread: 2 } } },
  ]);
});
