// Agents with the inbox open, in a process of their own: each has a socket and watches one conversation. Frames are looked
// through as text, as cheaply as can be, so that hundreds of them fit beside the server. Times are the machine's
// (milliseconds since the epoch), so that they can be held against another process's.

import WebSocket from "ws";
import { serveCommands } from "./serve-commands.mjs";

const NEW_MESSAGE = /"message:new".*"waMessageId":"([^"]+)"/;
const now = () => performance.timeOrigin + performance.now();

const sockets = [];
/** What was seen: the platform's id and when. */
let seen = [];
let frames = 0;
let closed = 0;

function connect(url, token, contactId) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
    });
    sockets.push(socket);
    socket.on("error", reject);
    socket.on("close", () => {
      closed += 1;
      reject(new Error("an agent's socket was closed"));
    });
    socket.on("message", (data) => {
      const frame = String(data);
      frames += 1;
      // Engine.IO: 0 is its greeting, 2 a ping; Socket.IO's own begin with 4: 40 connected, 42 an event, 43 an answer.
      if (frame === "2") socket.send("3");
      else if (frame.startsWith("0")) socket.send(`40${JSON.stringify({ token })}`);
      else if (frame.startsWith("40")) socket.send(`420${JSON.stringify(["join:conversation", contactId])}`);
      else if (frame.startsWith("430"))
        frame.includes('"ok":true') ? resolve() : reject(new Error(`refused: ${frame}`));
      else if (frame.startsWith('42["message:new"')) {
        const id = NEW_MESSAGE.exec(frame)?.[1];
        if (id) seen.push([id, now()]);
      }
    });
  });
}

serveCommands({
  /** One socket for each of `contactIds`, some at a time. */
  connect: async ({ url, token, contactIds }) => {
    for (let at = 0; at < contactIds.length; at += 25)
      await Promise.all(contactIds.slice(at, at + 25).map((id) => connect(url, token, id)));
  },
  /** What was seen since the last time, and how many frames came. */
  seen: () => {
    const result = { seen, frames, closed };
    seen = [];
    frames = 0;
    return result;
  },
});
