/** The raw bytes of a request, up to a limit that also holds when Content-Length lies. */
import type { IncomingMessage } from "node:http";

/** Meta's largest deliveries are 3 MB. */
export const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** Resolves to "too-large" as soon as that is known, leaving the rest unread. Rejects when the client goes away. */
export function readBody(req: IncomingMessage): Promise<Buffer | "too-large"> {
  const announced = Number(req.headers["content-length"] ?? 0);
  if (announced > MAX_BODY_BYTES) return Promise.resolve("too-large");
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const onData = (chunk: Buffer) => {
      length += chunk.length;
      if (length > MAX_BODY_BYTES) {
        req.off("data", onData);
        req.pause();
        resolve("too-large");
        return;
      }
      chunks.push(chunk);
    };
    req.on("data", onData);
    req.on("end", () =>
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, length)),
    );
    req.on("error", reject);
    req.on("close", () => {
      if (!req.complete) reject(new Error("The client went away before the body was complete."));
    });
  });
}
