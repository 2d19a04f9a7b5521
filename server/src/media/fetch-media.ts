/** One received file from its platform: WhatsApp's by a new address each time, others' by the address they came with. */
import { z } from "zod";
import type { ChannelRecord } from "../channels/directory.ts";
import type { Config } from "../config.ts";
import { type GraphApi, GraphFailure } from "../meta/graph-api.ts";
import { AddressRefused, type GuardedFetch } from "../net/guarded-fetch.ts";
import { MediaRefused, type MediaStore, type TakenFile } from "./media-store.ts";

/** 100 MB over a slow line. */
const TIMEOUT_MS = 300_000;

export interface FetchParts {
  config: Pick<Config, "graph">;
  graph: GraphApi;
  guarded: GuardedFetch;
  media: MediaStore;
  /** The server stops. */
  signal: AbortSignal;
}

export interface Wanted {
  /** The platform's media id, or `url:…`. */
  platformId: string;
  sourceUrl: string | null;
}

export type Fetched =
  | { outcome: "taken"; file: TakenFile; declared: string | null }
  /** May work later. `counts`: it was the file's fault, or nobody's. */
  | { outcome: "again"; problem: string; counts: boolean }
  | { outcome: "gone"; problem: string };

/** Never throws for what platforms, networks and disks do. */
export async function fetchMedia(
  parts: FetchParts,
  channel: ChannelRecord,
  wanted: Wanted,
): Promise<Fetched> {
  try {
    const source = await addressOf(parts, channel, wanted);
    if (source === null) return { outcome: "gone", problem: "The platform named no address for the file." };
    return await download(parts, channel, source);
  } catch (error) {
    return failure(error, parts.signal.aborted);
  }
}

const mediaNode = z.object({ url: z.string() });

/** Addresses of WhatsApp live five minutes, so one is asked for each time ("Retrieve media URL"). */
async function addressOf(
  { graph }: FetchParts,
  { platform, accessToken, graphVersion, platformId: number }: ChannelRecord,
  { platformId, sourceUrl }: Wanted,
): Promise<string | null> {
  if (platform !== "whatsapp" || platformId.startsWith("url:")) return sourceUrl;
  if (accessToken === null) throw new GraphFailure("no-access-token", "reauthorize", NO_TOKEN);
  const params = { phone_number_id: number };
  const path = encodeURIComponent(platformId);
  return (await graph.get({ path, token: accessToken, version: graphVersion, params }, mediaNode)).url;
}

const NO_TOKEN = "The channel has no access token that can be read: connect it again.";

/** Where Meta keeps files. The token goes nowhere else, whatever an answer names. */
const META_HOSTS = /(^|\.)(fbsbx\.com|fbcdn\.net|facebook\.com|whatsapp\.net|cdninstagram\.com)$/;

function tokenFor({ config }: FetchParts, { accessToken, platform }: ChannelRecord, url: URL): string | null {
  if (platform !== "whatsapp") return null;
  const isGraph = url.origin === new URL(config.graph.url).origin;
  const isMeta = url.protocol === "https:" && META_HOSTS.test(url.hostname);
  return isGraph || isMeta ? accessToken : null;
}

async function download(parts: FetchParts, channel: ChannelRecord, source: string): Promise<Fetched> {
  if (!URL.canParse(source)) return { outcome: "gone", problem: "The file's address can't be read." };
  const url = new URL(source);
  const { signal } = parts;
  const token = tokenFor(parts, channel, url);
  const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  const answer = await parts.guarded.open({
    method: "GET",
    url: source,
    headers,
    timeoutMs: TIMEOUT_MS,
    signal,
  });
  const status = answer.statusCode;
  if (status !== 200) {
    await answer.body.dump();
    const problem = `The platform answered ${status} when the file was fetched.`;
    return { outcome: "again", problem, counts: true };
  }
  const declared = String(answer.headers["content-type"] ?? "") || null;
  return { outcome: "taken", file: await parts.media.take(answer.body), declared };
}

function failure(error: unknown, stopping: boolean): Fetched {
  if (stopping) return { outcome: "again", problem: "The server stopped meanwhile.", counts: false };
  if (error instanceof MediaRefused) {
    // A full disk is our trouble: the file is fetched when there is room.
    if (error.code === "disk-full") return { outcome: "again", problem: error.message, counts: false };
    return { outcome: "gone", problem: error.message };
  }
  if (error instanceof AddressRefused) return { outcome: "gone", problem: error.message };
  if (error instanceof GraphFailure) {
    // With a new token, or when the platform is well again, it may be had.
    const counts = error.class_ !== "reauthorize" && error.class_ !== "retry" && error.class_ !== "pause";
    return { outcome: "again", problem: error.message, counts };
  }
  const said = error instanceof Error ? error.message : String(error);
  return {
    outcome: "again",
    problem: `The file could not be fetched (${said.slice(0, 200)}).`,
    counts: true,
  };
}
