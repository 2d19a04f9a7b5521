/** Which app secrets may have signed a delivery: those of the channels it speaks of first, then the app's, then the others'. */
import type { ChannelRecord, ChannelSnapshot } from "../channels/directory.ts";
import type { Config } from "../config.ts";
import { platform } from "../contract/common.ts";

/** Bytes hashed at most for one delivery, so that a forged body can't make us try thousands of secrets on megabytes. */
const HASH_BUDGET = 64 * 1024 * 1024;
/** Ids stand near the beginning of a body. */
const HINT_BYTES = 4_096;
const PLATFORMS = platform.options;
const HINT = /"(?:phone_number_id|id)"\s*:\s*"?([0-9A-Za-z_-]{3,64})"?/g;

/** Channels a body seems to be about, by its first ids, one by one. A guess before the signature is known: it only sets an order. */
export function* hintedChannels(body: Buffer, snapshot: ChannelSnapshot): Generator<ChannelRecord, void> {
  const start = body.toString("latin1", 0, HINT_BYTES);
  for (const [, id = ""] of start.matchAll(HINT)) {
    for (const each of PLATFORMS) {
      const channel = snapshot.byPlatformId(each, id);
      if (channel) yield channel;
    }
  }
}

/** The server's own: of the app, and of its Instagram product, which signs what comes by Instagram's sign-in. */
export function serverSecrets({ meta }: Pick<Config, "meta">): string[] {
  return [meta.appSecret, meta.instagramAppSecret].filter((secret) => secret !== undefined);
}

/** Each once, and the next only when the one before did not make the signature. */
export function* candidateSecrets(
  body: Buffer,
  snapshot: ChannelSnapshot,
  appSecrets: readonly string[],
): Generator<string, void> {
  const affordable = Math.max(8, Math.floor(HASH_BUDGET / Math.max(1, body.length)));
  const tried = new Set<string>();
  for (const secret of inOrder(body, snapshot, appSecrets)) {
    if (!secret || tried.has(secret)) continue;
    if (tried.size === affordable) return;
    tried.add(secret);
    yield secret;
  }
}

function* inOrder(
  body: Buffer,
  snapshot: ChannelSnapshot,
  appSecrets: readonly string[],
): Generator<string | null, void> {
  for (const { appSecret } of hintedChannels(body, snapshot)) yield appSecret;
  yield* appSecrets;
  for (const { appSecret } of snapshot.all) yield appSecret;
}
