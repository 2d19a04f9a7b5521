/** Sends a file to the server, which keeps it for flows and messages: the bytes are the body, as they are. */
import { type MediaFile, mediaFile } from "@hilo/server/contract";
import { decodeErrorBody } from "./api-error.ts";

/** @throws ApiError with the server's sentence */
export async function uploadFile(file: File): Promise<MediaFile> {
  const answer = await fetch(`/api/v1/media?name=${encodeURIComponent(file.name)}`, {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": file.type || "application/octet-stream" },
    body: file,
  });
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok) return mediaFile.parse(body);
  throw decodeErrorBody(body, answer.status);
}
