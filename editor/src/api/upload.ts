/** Sends a file to the server: the bytes are the body, as they are. */
import { type ContactImport, contactImport, type MediaFile, mediaFile } from "@hilo/server/contract";
import { decodeErrorBody } from "./api-error.ts";

/** Kept for flows and messages. @throws ApiError with the server's sentence */
export const uploadFile = async (file: File): Promise<MediaFile> =>
  mediaFile.parse(await post("media", file));

/** A table of people, to be looked at before anything of it comes in. @throws ApiError with the server's sentence */
export const uploadContacts = async (file: File): Promise<ContactImport> =>
  contactImport.parse(await post("contact-imports", file));

async function post(path: string, file: File): Promise<unknown> {
  const answer = await fetch(`/api/v1/${path}?name=${encodeURIComponent(file.name)}`, {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": file.type || "application/octet-stream" },
    body: file,
  });
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok) return body;
  throw decodeErrorBody(body, answer.status);
}
