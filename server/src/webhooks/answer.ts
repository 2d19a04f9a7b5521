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

/** A client that does not look before it has sent everything may send so much more, for so long. */
const LINGER_BYTES = 32 * 1024 * 1024;
const LINGER_MS = 2_000;

/**
 * Refuses a body that is still coming in, and closes the socket. The answer goes out whole at once; the rest is read
 * and thrown away for a while, because closing on a client that is still sending would cost it the answer.
 */
export function refuseAndClose(res: ServerResponse, status: number, code: string, message: string): void {
  if (res.headersSent || res.destroyed) return;
  const { req } = res;
  const text = JSON.stringify({ error: { code, message } });
  res.writeHead(status, {
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(text),
    Connection: "close",
  });
  res.write(text);
  // Node closes the connection when the answer ends.
  const close = () => {
    clearTimeout(patience);
    res.end();
  };
  const patience = setTimeout(close, LINGER_MS).unref();
  let thrownAway = 0;
  req.on("data", (chunk: Buffer) => {
    thrownAway += chunk.length;
    if (thrownAway > LINGER_BYTES) close();
  });
  req.once("end", close);
  req.resume();
}
