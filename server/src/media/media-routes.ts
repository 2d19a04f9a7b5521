/** Bytes of files over HTTP: uploads as the body of a request, contents with headers that let no browser run them. */
import { type Request, type Response, Router } from "express";
import type { Actor } from "../auth/actor.ts";
import { allowed } from "../auth/authorize.ts";
import { AppError, notFound } from "../http/app-error.ts";
import type { Services } from "../services.ts";
import { bareMime, detectMime, mayShowInline, servedMime } from "./media-kind.ts";
import { findMedia, keepUpload, type MediaRow, viewMedia } from "./media-rows.ts";
import { MediaRefused } from "./media-store.ts";
import { mediaOfMessage } from "./message-media.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Characters kept of a file's name. */
const NAME_CHARS = 240;

/** Mounted behind the proof of who asks, before bodies are parsed. */
export function mediaRoutes(services: Services): Router {
  const routes = Router();
  routes.post("/media", async (req, res) => {
    const actor = allowed(res.locals.actor ?? null, "media.write");
    res.status(201).json(await upload(services, actor, req));
  });
  routes.get("/media/:id/content", async (req, res) => {
    const actor = allowed(res.locals.actor ?? null, "conversations.read");
    const row = await findMedia(services.runtime.pool, actor.workspaceId, idOf(req, "file"));
    send(services, res, row);
  });
  routes.get("/messages/:id/media", async (req, res) => {
    const actor = allowed(res.locals.actor ?? null, "conversations.read");
    send(services, res, await mediaOfMessage(services, actor.workspaceId, idOf(req, "message")));
  });
  return routes;
}

/** Ids are ours: anything else is not there. */
function idOf({ params }: Request, what: string): string {
  const { id } = params;
  if (typeof id !== "string" || !UUID.test(id)) throw notFound(what);
  return id;
}

async function upload(services: Services, { workspaceId }: Actor, req: Request) {
  const { media } = services;
  try {
    const file = await media.take(req);
    const mime = await detectMime(file.path, bareMime(req.headers["content-type"]));
    const id = await keepUpload(services, workspaceId, file, { mime, name: cleanName(req.query.name) });
    const row = await findMedia(services.runtime.pool, workspaceId, id);
    if (!row) throw notFound("file");
    return viewMedia(row);
  } catch (error) {
    if (!(error instanceof MediaRefused)) throw error;
    const status = { "too-large": 413, "disk-full": 507, empty: 400 }[error.code];
    throw new AppError(error.code, status, error.message);
  }
}

/** Shown to people and told to platforms; never part of a path. */
export function cleanName(name: unknown): string | null {
  if (typeof name !== "string") return null;
  const base = name.replaceAll("\\", "/").split("/").at(-1) ?? "";
  const clean = base
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}"<>|:*?]+/gu, " ")
    .trim()
    .slice(0, NAME_CHARS)
    .trim();
  return clean === "" || /^\.+$/.test(clean) ? null : clean;
}

function send(services: Services, res: Response, row: MediaRow | null): void {
  if (!row) throw notFound("file");
  if (row.state !== "stored" || row.storageKey === null) {
    const message = row.error ?? "The file is still being fetched: try again in a moment.";
    throw new AppError(
      row.state === "failed" ? "media-failed" : "not-there-yet",
      row.state === "failed" ? 410 : 409,
      message,
    );
  }
  res.set({
    "Content-Type": servedMime(row.mime),
    "Content-Disposition": disposition(row),
    // Whatever it turns out to be, it is nobody's page: no scripts, no requests, no name of ours.
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, max-age=3600, immutable",
  });
  res.sendFile(services.media.pathOf(row.storageKey), { dotfiles: "allow", cacheControl: false }, (error) => {
    if (!error || res.headersSent) return;
    res.removeHeader("Content-Disposition");
    res
      .status(404)
      .json({ error: { code: "not-found", message: "The file's bytes are not on this server any more." } });
  });
}

function disposition({ mime, name, id }: MediaRow): string {
  const how = mayShowInline(mime) ? "inline" : "attachment";
  const plain = (name ?? id).replace(/[^\w.() -]/g, "_");
  return `${how}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name ?? id).replace(/['()*]/g, escapeMore)}`;
}

/** encodeURIComponent leaves what RFC 8187 does not. */
const escapeMore = (char: string) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
