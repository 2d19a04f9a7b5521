/** Whether webhooks of an account or a page come to the app: the last of three steps, done for each by the API. */
import { z } from "zod";
import type { Login } from "../channels/channel.ts";
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

/** Fields of an account that signed in at Instagram itself ("Instagram webhooks"). */
const INSTAGRAM_FIELDS = [
  "messages",
  "messaging_postbacks",
  "messaging_optins",
  "messaging_referral",
  "messaging_seen",
  "messaging_handover",
  "message_reactions",
  "standby",
  "comments",
  "live_comments",
].join(",");

export interface Subscribed {
  platform: MetaPlatform;
  /** The WhatsApp Business Account, the page, or the Instagram account itself. */
  accountId: string;
  token: string;
  login: Login;
  version?: string | null;
}

const done = z.object({ success: z.boolean() });

/** @throws GraphFailure */
export async function subscribe(
  graph: GraphApi,
  { platform, accountId, token, version, login }: Subscribed,
): Promise<void> {
  const fields = login === "instagram" ? INSTAGRAM_FIELDS : PAGE_FIELDS;
  const params = platform === "whatsapp" ? {} : { subscribed_fields: fields };
  await graph.post({ path: `${accountId}/subscribed_apps`, token, version, params, platform, login }, done);
}

/** @throws GraphFailure */
export async function unsubscribe(
  graph: GraphApi,
  { accountId, token, version, platform, login }: Subscribed,
): Promise<void> {
  await graph.delete({ path: `${accountId}/subscribed_apps`, token, version, platform, login });
}
