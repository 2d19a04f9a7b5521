/** Answers of the webhook routes: Meta reads only the status, people read the sentence. */
import type { ServerResponse } from "node:http";

const TEXT = "text/plain; charset=utf-8";

export function answerText(
  res: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): void {
  if (res.headersSent || res.destroyed) return;
  res.writeHead(status, {
    "Content-Type": TEXT,
    "Content-Length": Buffer.byteLength(text),
    // The challenge is echoed: no browser may take it for a page.
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    ...headers,
  });
  res.end(text);
}

export function answerError(
  res: ServerResponse,
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): void {
  answerText(res, status, JSON.stringify({ error: { code, message } }), {
    "Content-Type": "application/json",
    ...headers,
  });
}

/** How long the client has to read a refusal while it is still sending. */
const LINGER_MS = 500;

/** Refuses a body that is still coming in and closes the socket: the rest is not worth receiving. */
export function refuseAndClose(res: ServerResponse, status: number, code: string, message: string): void {
  answerError(res, status, code, message, { Connection: "close" });
  const socket = res.req.socket;
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}
