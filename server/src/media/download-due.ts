/** Fetches files that customers sent, soon after they came and again when that fails. A chore: what there is to fetch is in the table. */
import type { ChannelDirectory, ChannelRecord } from "../channels/directory.ts";
import { statement } from "../db/sql.ts";
import type { Runtime } from "../runtime.ts";
import { type Fetched, type FetchParts, fetchMedia } from "./fetch-media.ts";
import { detectMime } from "./media-kind.ts";
import { keepReceived } from "./media-rows.ts";
import { MediaRefused } from "./media-store.ts";

/** At once in one process: each may hold a connection for minutes. */
const AT_ONCE = 8;
/** A file in work belongs to its worker for so long; over the longest download. */
const LEASE_SECONDS = 360;
/** Tries that count, each with a new address. */
const TRIES = 3;
/** Waits after the first and the second. */
const WAITS_S = [5, 60];
/** Until the next look when the trouble is ours or the platform's. */
const LATER_S = 300;
/** WhatsApp keeps a received file for seven days. */
const KEPT_DAYS = 7;

export interface DownloadParts extends Omit<FetchParts, "config" | "signal"> {
  runtime: Runtime;
  directory: ChannelDirectory;
}

interface DueRow {
  workspaceId: string;
  id: string;
  channelId: string;
  platformId: string;
  sourceUrl: string | null;
  mime: string;
  attempts: number;
  tooOld: boolean;
}

const claimMedia = statement<DueRow>(
  "claim-media",
  `UPDATE media_files f SET attempts = f.attempts + 1, next_attempt_at = now() + make_interval(secs => $2)
     FROM (SELECT workspace_id, id FROM media_files WHERE state = 'pending' AND next_attempt_at <= now()
            ORDER BY next_attempt_at LIMIT $1 FOR UPDATE SKIP LOCKED) due
    WHERE f.workspace_id = due.workspace_id AND f.id = due.id
   RETURNING f.workspace_id AS "workspaceId", f.id, f.channel_id AS "channelId", f.platform_id AS "platformId",
             f.source_url AS "sourceUrl", f.mime, f.attempts, f.created_at < now() - make_interval(days => $3) AS "tooOld"`,
);

const saveFailure = statement(
  "save-media-failure",
  `UPDATE media_files SET state = $3, error = $4, attempts = attempts - CASE WHEN $5 THEN 0 ELSE 1 END,
          next_attempt_at = now() + make_interval(secs => $6)
    WHERE workspace_id = $1 AND id = $2 AND state = 'pending'`,
);

export interface Downloader {
  /** Starts what is due and there is room for; a slow file holds no other up. */
  start(): Promise<void>;
  /** Cuts what is on its way: it is fetched again after the start. */
  stop(): Promise<void>;
}

export function createDownloader(parts: DownloadParts): Downloader {
  const running = new Set<Promise<void>>();
  const stopping = new AbortController();
  const whole = { ...parts, signal: stopping.signal };
  return {
    async start() {
      const room = AT_ONCE - running.size;
      if (room <= 0) return;
      const rows = await claimMedia.rows(parts.runtime.pool, [room, LEASE_SECONDS, KEPT_DAYS]);
      for (const row of rows) {
        const download = downloadOne(whole, row).finally(() => running.delete(download));
        running.add(download);
      }
    },
    async stop() {
      stopping.abort(new Error("the server stops"));
      await Promise.all(running);
    },
  };
}

type RunningParts = DownloadParts & Pick<FetchParts, "signal">;

async function downloadOne(parts: RunningParts, row: DueRow): Promise<void> {
  try {
    const channel = await parts.directory.recent(row.channelId);
    const fetched: Fetched = channel ? await fetchFrom(parts, channel, row) : CHANNEL_GONE;
    if (fetched.outcome !== "taken") return await noteFailure(parts, row, fetched);
    const mime = await detectMime(fetched.file.path, fetched.declared ?? row.mime);
    await keepReceived(parts, row, fetched.file, mime);
  } catch (error) {
    const problem = error instanceof MediaRefused ? error.message : "The file could not be stored.";
    if (!(error instanceof MediaRefused)) parts.runtime.log.error({ err: error, mediaId: row.id }, problem);
    const counts = !(error instanceof MediaRefused);
    await noteFailure(parts, row, { outcome: "again", problem, counts }).catch((lost: unknown) =>
      // Its lease ends, and somebody tries again.
      parts.runtime.log.warn({ err: lost, mediaId: row.id }, "a file's state could not be saved"),
    );
  }
}

const CHANNEL_GONE: Fetched = { outcome: "gone", problem: "Its channel is not connected any more." };

const fetchFrom = (parts: RunningParts, channel: ChannelRecord, row: DueRow) =>
  fetchMedia({ ...parts, config: parts.runtime.config }, channel, row);

async function noteFailure(
  { runtime }: DownloadParts,
  row: DueRow,
  fetched: Exclude<Fetched, { outcome: "taken" }>,
): Promise<void> {
  const counts = fetched.outcome === "gone" || fetched.counts;
  const over = fetched.outcome === "gone" || row.tooOld || (counts && row.attempts >= TRIES);
  const wait = counts ? (WAITS_S[row.attempts - 1] ?? LATER_S) : LATER_S;
  await saveFailure.run(runtime.pool, [
    row.workspaceId,
    row.id,
    over ? "failed" : "pending",
    fetched.problem,
    counts,
    wait,
  ]);
}
