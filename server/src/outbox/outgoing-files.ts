/** Files of ours in a message → the platform's ids of them: uploaded once for a channel, used until they expire there. */

import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { type MessageContent, messageContentSchema } from "@hilo/flow-engine";
import { request } from "undici";
import { z } from "zod";
import type { DeliveryError, SendResult } from "../channels/channel.ts";
import type { ChannelRecord } from "../channels/directory.ts";
import { kindOfMime, refusalOf } from "../media/media-kind.ts";
import { findMedia, type MediaRow } from "../media/media-rows.ts";
import type { MediaStore } from "../media/media-store.ts";
import { GraphFailure, readGraphFailure, readUpTo } from "../meta/graph-api.ts";
import type { Runtime } from "../runtime.ts";
import type { GraphAddress } from "./send-one.ts";

/** Meta forgets an uploaded file after 30 days ("Media"); a day less, so that none ends on its way. */
const KEPT_DAYS = 29;
/** 100 MB over a slow line. */
const TIMEOUT_MS = 180_000;
const MAX_ANSWER_BYTES = 64 * 1024;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export interface OutgoingFilesParts {
  runtime: Pick<Runtime, "pool">;
  media: MediaStore;
}

export type Prepared =
  | { content: MessageContent; uploads: readonly string[] }
  /** The message can't go (yet). */
  | { result: SendResult };

export class OutgoingFiles {
  /** The same file for many people is uploaded once, also when they are all served at the same moment. */
  private readonly underWay = new Map<string, Promise<string>>();

  constructor(private readonly parts: OutgoingFilesParts) {}

  /** Never throws for what the platform or the disk does. A content without files of ours comes back as it was. */
  async prepare(channel: ChannelRecord, address: GraphAddress, content: MessageContent): Promise<Prepared> {
    const ids = [...fileIds(content)];
    // The simulator shows files from here.
    if (ids.length === 0 || channel.platform === "simulator") return { content, uploads: [] };
    try {
      const platformIds = new Map<string, string>();
      for (const id of ids) platformIds.set(id, await this.platformIdOf(channel, address, id));
      return { content: messageContentSchema.parse(replaced(content, platformIds)), uploads: ids };
    } catch (error) {
      if (error instanceof GraphFailure) return { result: resultOf(error) };
      throw error;
    }
  }

  /** The platform did not know its own id any more: the next send uploads anew. */
  async forget({ workspaceId, id }: ChannelRecord, uploads: readonly string[]): Promise<void> {
    await this.parts.runtime.pool.query(
      "DELETE FROM media_uploads WHERE workspace_id = $1 AND channel_id = $2 AND media_id = ANY($3::uuid[])",
      [workspaceId, id, uploads],
    );
  }

  private async platformIdOf(
    channel: ChannelRecord,
    address: GraphAddress,
    mediaId: string,
  ): Promise<string> {
    const { rows } = await this.parts.runtime.pool.query<{ platformId: string }>({
      name: "find-media-upload",
      text: `SELECT platform_id AS "platformId" FROM media_uploads
              WHERE workspace_id = $1 AND media_id = $2 AND channel_id = $3 AND expires_at > now()`,
      values: [channel.workspaceId, mediaId, channel.id],
    });
    if (rows[0]) return rows[0].platformId;
    const key = `${channel.id}:${mediaId}`;
    const uploading = this.underWay.get(key) ?? this.upload(channel, address, mediaId);
    this.underWay.set(key, uploading);
    try {
      return await uploading;
    } finally {
      this.underWay.delete(key);
    }
  }

  private async upload(channel: ChannelRecord, address: GraphAddress, mediaId: string): Promise<string> {
    const { runtime, media } = this.parts;
    const file = await findMedia(runtime.pool, channel.workspaceId, mediaId);
    if (file?.state !== "stored" || file.storageKey === null || !(await media.has(file.storageKey)))
      throw new GraphFailure("file-missing", "media", MISSING);
    const { mime } = file;
    const refusal = refusalOf(channel.platform, kindOfMime(mime), { mime, size: Number(file.size) });
    // Stickers are pictures to us; the platform itself says no to the rest.
    if (refusal !== null && mime !== "image/webp") throw new GraphFailure("file-refused", "media", refusal);
    const platformId = await sendFile(channel, address, file, media.pathOf(file.storageKey));
    await runtime.pool.query(
      `INSERT INTO media_uploads (workspace_id, media_id, channel_id, platform_id, expires_at)
       VALUES ($1, $2, $3, $4, now() + make_interval(days => $5))
       ON CONFLICT (workspace_id, media_id, channel_id) DO UPDATE SET platform_id = EXCLUDED.platform_id, expires_at = EXCLUDED.expires_at`,
      [channel.workspaceId, mediaId, channel.id, platformId, KEPT_DAYS],
    );
    return platformId;
  }
}

const MISSING = "The file is not on this server any more: upload it again and choose it in the flow.";

/** Wherever a content may have a file: media, headers, cards. */
function* fileIds(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* fileIds(item);
  else if (value !== null && typeof value === "object")
    for (const [key, inner] of Object.entries(value)) {
      if (key === "fileId" && typeof inner === "string" && UUID.test(inner)) yield inner;
      else yield* fileIds(inner);
    }
}

function replaced(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => replaced(item, ids));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "fileId" && typeof inner === "string" ? (ids.get(inner) ?? inner) : replaced(inner, ids),
    ]),
  );
}

/** "Upload media" of WhatsApp; "Saving assets" of Messenger and Instagram. */
async function sendFile(
  { platform, platformId, accessToken }: ChannelRecord,
  { url, version }: GraphAddress,
  file: MediaRow,
  path: string,
): Promise<string> {
  const isWhatsApp = platform === "whatsapp";
  const kind = kindOfMime(file.mime);
  const attachment = { type: kind === "document" ? "file" : kind, payload: { is_reusable: true } };
  const fields: Record<string, string> = isWhatsApp
    ? { messaging_product: "whatsapp", type: file.mime }
    : { message: JSON.stringify({ attachment }) };
  const { body, length, boundary } = multipart(fields, isWhatsApp ? "file" : "filedata", file, path);
  const edge = isWhatsApp ? "media" : "message_attachments";
  let status: number;
  let text: string;
  try {
    const answer = await request(`${url}/${version}/${platformId}/${edge}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${accessToken}`,
        "content-type": `multipart/form-data; boundary=${boundary}`,
        "content-length": `${length}`,
      },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    status = answer.statusCode;
    text = await readUpTo(answer.body, MAX_ANSWER_BYTES);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    // Nothing was said to anybody yet: an upload may be tried again.
    throw new GraphFailure("unreachable", "retry", `The file could not be uploaded (${said}).`);
  }
  return readUploaded(platform, status, text);
}

const uploaded = z.object({ id: z.string() }).or(z.object({ attachment_id: z.string() }));

function readUploaded(platform: ChannelRecord["platform"], status: number, text: string): string {
  if (status < 200 || status >= 300) throw readGraphFailure(platform, status, text);
  const { data } = uploaded.safeParse(jsonOf(text));
  if (!data)
    throw new GraphFailure("unreadable", "retry", "The platform's answer to the upload can't be read.");
  return "id" in data ? data.id : data.attachment_id;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A form with one file, its length known beforehand: Graph takes no chunked bodies. */
function multipart(fields: Record<string, string>, part: string, file: MediaRow, path: string) {
  const boundary = `hilo${randomUUID()}`;
  const name = (file.name ?? "file").replace(/["\r\n\\]/g, "_");
  const head = Buffer.from(
    [
      ...Object.entries(fields).map(
        ([key, value]) =>
          `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
      ),
      `--${boundary}\r\nContent-Disposition: form-data; name="${part}"; filename="${name}"\r\nContent-Type: ${file.mime}\r\n\r\n`,
    ].join(""),
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  async function* body() {
    yield head;
    yield* createReadStream(path);
    yield tail;
  }
  return {
    boundary,
    body: Readable.from(body()),
    length: head.length + Number(file.size ?? 0) + tail.length,
  };
}

function resultOf(failure: GraphFailure): SendResult {
  const error: DeliveryError = { code: failure.code, class: failure.class_, message: failure.message };
  switch (failure.class_) {
    case "retry":
      return { outcome: "retry", afterMs: 0, scope: "message", error };
    case "pause":
      return { outcome: "retry", afterMs: 60_000, scope: "channel", error };
    case "reauthorize":
      return { outcome: "hold-channel", state: "reauthorize", error };
    default:
      return { outcome: "dead", error };
  }
}
