/** Ends an HTTP server without cutting requests short and without waiting for connections that carry none. */
import type { Server } from "node:http";
import type { Socket } from "node:net";

/** A request under way has so long to end. */
const CLOSE_MS = 10_000;

/**
 * Connections that never carried a request, kept up to date. Browsers and probes open some ahead of need, and
 * `closeIdleConnections` does not count them as idle.
 */
export function countUnused(http: Server): ReadonlySet<Socket> {
  const unused = new Set<Socket>();
  http.on("connection", (socket: Socket) => {
    unused.add(socket);
    socket.once("close", () => unused.delete(socket));
  });
  http.on("request", ({ socket }) => unused.delete(socket));
  return unused;
}

/** Requests under way may end; the other connections are closed at once. */
export function closeHttp(http: Server, unused: ReadonlySet<Socket> = new Set()): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => http.closeAllConnections(), CLOSE_MS);
    http.close(() => {
      clearTimeout(patience);
      resolve();
    });
    http.closeIdleConnections();
    for (const socket of unused) socket.destroy();
  });
}
