/** Which app secrets may have signed a delivery: those of the channels it speaks of first, then the app's, then the others'. */
import type { ChannelRecord, ChannelSnapshot } from "../channels/directory.ts";
import type { Config } from "../config.ts";

/** Bytes hashed at most for one delivery, so that a forged body can't make us try thousands of secrets on megabytes. */
const HASH_BUDGET = 64 * 1024 * 1024;
/** Ids stand near the beginning of a body. */
const HINT_BYTES = 4_096;
const HINT = /"(?:phone_number_id|id)"\s*:\s*"?([0-9A-Za-z_-]{3,64})"?/g;

/** Channels a body seems to be about, by its first ids. A guess before the signature is known: it only sets an order. */
export function hintedChannels(body: Buffer, snapshot: ChannelSnapshot): ChannelRecord[] {
  const start = body.toString("latin1", 0, HINT_BYTES);
  const ids = new Set(Array.from(start.matchAll(HINT), (match) => match[1]));
  return snapshot.all.filter((channel) => ids.has(channel.platformId));
}

/** The server's own: of the app, and of its Instagram product, which signs what comes by Instagram's sign-in. */
export function serverSecrets({ meta }: Pick<Config, "meta">): string[] {
  return [meta.appSecret, meta.instagramAppSecret].filter((secret) => secret !== undefined);
}

export function candidateSecrets(
  body: Buffer,
  hinted: readonly ChannelRecord[],
  snapshot: ChannelSnapshot,
  appSecrets: readonly string[],
): string[] {
  const secrets = new Set<string>();
  for (const channel of hinted) if (channel.appSecret) secrets.add(channel.appSecret);
  for (const secret of appSecrets) secrets.add(secret);
  for (const channel of snapshot.all) if (channel.appSecret) secrets.add(channel.appSecret);
  const affordable = Math.max(8, Math.floor(HASH_BUDGET / Math.max(1, body.length)));
  return [...secrets].slice(0, affordable);
}
