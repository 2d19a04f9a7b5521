/** Whether webhooks of an account or a page come to the app: the last of three steps, done for each by the API. */
import { z } from "zod";
import type { GraphApi } from "./graph-api.ts";
import type { MetaPlatform } from "./sign-in.ts";

/** Fields of a page, as its webhooks are read ("Page subscribed apps"). Numbers and Instagram take the app's own list. */
const PAGE_FIELDS = [
  "messages",
  "messaging_postbacks",
  "messaging_optins",
  "messaging_referrals",
  "message_deliveries",
  "message_reads",
  "message_reactions",
  "message_echoes",
  "messaging_handovers",
  "standby",
  "feed",
  "mention",
  "ratings",
  "leadgen",
  "live_videos",
].join(",");

export interface Subscribed {
  platform: MetaPlatform;
  /** The WhatsApp Business Account, or the page. */
  accountId: string;
  token: string;
  version?: string | null;
}

const done = z.object({ success: z.boolean() });

/** @throws GraphFailure */
export async function subscribe(
  graph: GraphApi,
  { platform, accountId, token, version }: Subscribed,
): Promise<void> {
  const params = platform === "whatsapp" ? {} : { subscribed_fields: PAGE_FIELDS };
  await graph.post({ path: `${accountId}/subscribed_apps`, token, version, params, platform }, done);
}

/** @throws GraphFailure */
export async function unsubscribe(
  graph: GraphApi,
  { accountId, token, version, platform }: Subscribed,
): Promise<void> {
  await graph.delete({ path: `${accountId}/subscribed_apps`, token, version, platform });
}
