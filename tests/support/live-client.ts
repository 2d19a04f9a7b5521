/** Live connections as a browser or a program has them, and a simulated customer who writes. */
import { io, type Socket } from "socket.io-client";
import { afterEach, beforeAll, expect } from "vitest";
import { GREETING, type TestApp } from "./app.ts";

export interface Heard {
  event: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into payloads of every shape
  payload: any;
}
export type LiveSocket = Socket & { heard: Heard[] };

/** For the top of a test file, after `useApp`: a published greeting flow, a phone to write from, sockets closed after each test. */
export function useLive(app: TestApp) {
  const phone = { phone: "", contactId: "", conversationId: "" };
  const keys = { agent: "", editor: "" };
  const open: Socket[] = [];
  beforeAll(async () => {
    keys.agent = await app.keyFor("agent");
    keys.editor = await app.keyFor("editor");
    const call = (path: string, body: object) => app.call("POST", path, { key: keys.editor, body });
    const flow = await call("/flows", { name: "Greeting", definition: GREETING });
    await call(`/flows/${flow.json.id}/publish`, {});
    Object.assign(phone, (await call("/simulator/phone", {})).json);
  });
  afterEach(() => {
    for (const socket of open.splice(0)) socket.disconnect();
  });

  function connect(auth: object, headers: Record<string, string> = {}): LiveSocket {
    const options = { path: "/socket.io", auth, extraHeaders: headers, forceNew: true, reconnection: false };
    const socket = io(app.url, options);
    const heard: Heard[] = [];
    socket.onAny((event: string, payload: unknown) => heard.push({ event, payload }));
    open.push(socket);
    return Object.assign(socket, { heard });
  }

  return {
    phone,
    keys,
    connect,
    async connected(token = keys.agent): Promise<LiveSocket> {
      const socket = connect({ token });
      expect(await outcome(socket)).toBe("connected");
      return socket;
    },
    /** What the customer writes; resolves when it is stored. */
    async say(text: string): Promise<void> {
      const body = { phone: phone.phone, message: { type: "text", text } };
      await app.call("POST", "/simulator/messages", { key: keys.editor, body });
    },
  };
}

export const outcome = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    socket.once("connect", () => resolve("connected"));
    socket.once("connect_error", (error) => resolve(error.message));
  });

export const textsIn = (heard: readonly Heard[]): string[] =>
  heard.filter(({ event }) => event === "message:new").map(({ payload }) => payload.message.content.text);

/** The largest number heard. */
export const latestIn = (heard: readonly Heard[]): string =>
  String(
    heard.reduce((max, { payload }) => {
      const seq = BigInt(payload.seq ?? 0);
      return seq > max ? seq : max;
    }, 0n),
  );
