/**
 * Signing in at Instagram itself ("Instagram API with Instagram Login"): one professional account and no Facebook page.
 * Its app id and secret, its hosts and its tokens are others than Facebook's.
 */
import { z } from "zod";
import type { Config } from "../config.ts";
import { AppError } from "../http/app-error.ts";
import { type GraphApi, graphId } from "./graph-api.ts";
import { expiryOf, type LongToken } from "./long-token.ts";

const GRAPH = "https://graph.instagram.com";
const DIALOG = "https://www.instagram.com";
const TOKENS = "https://api.instagram.com";

/** Permissions, each for what Hilo does with it ("Business Login for Instagram"). */
export const INSTAGRAM_SCOPES = [
  "instagram_business_basic",
  "instagram_business_manage_messages",
  "instagram_business_manage_comments",
] as const;

/** Another INSTAGRAM_GRAPH_URL is a stand-in for all of Instagram. */
const hostOf = ({ graph }: Pick<Config, "graph">, usual: string): string =>
  graph.instagramUrl === GRAPH ? usual : graph.instagramUrl;

function appOf({ meta }: Pick<Config, "meta">): { id: string; secret: string } {
  const { instagramAppId: id, instagramAppSecret: secret } = meta;
  if (id && secret) return { id, secret };
  throw new AppError(
    "instagram-app-missing",
    409,
    "Signing in at Instagram needs INSTAGRAM_APP_ID and INSTAGRAM_APP_SECRET in the server's settings. Until then, paste a token.",
  );
}

/** @throws AppError when the server has no Instagram app */
export function instagramDialog(config: Config, redirectUri: string, state: string): string {
  const query = new URLSearchParams({
    client_id: appOf(config).id,
    redirect_uri: redirectUri,
    response_type: "code",
    state,
    scope: INSTAGRAM_SCOPES.join(","),
  });
  return `${hostOf(config, DIALOG)}/oauth/authorize?${query}`;
}

const shortToken = z.object({ access_token: z.string().min(1) });
/** Documented as the only entry of a list, seen flat. */
const shortAnswer = z.union([shortToken, z.object({ data: z.tuple([shortToken], z.unknown()) })]);
const longAnswer = shortToken.extend({ expires_in: z.number().optional() });

/** A code for an hour's token, that for one of sixty days. @throws GraphFailure */
export async function instagramToken(
  graph: GraphApi,
  config: Pick<Config, "graph" | "meta">,
  code: string,
  redirectUri: string,
): Promise<LongToken> {
  const { id: client_id, secret: client_secret } = appOf(config);
  // Browsers bring `#_` along behind the code.
  const form = {
    client_id,
    client_secret,
    grant_type: "authorization_code",
    redirect_uri: redirectUri,
    code: code.replace(/#_$/, ""),
  };
  const call = { path: "oauth/access_token", at: hostOf(config, TOKENS), token: null, form };
  const short = await graph.postForm({ ...call, platform: "instagram" }, shortAnswer);
  const { access_token } = "data" in short ? short.data[0] : short;
  return longToken(graph, config, "access_token", {
    grant_type: "ig_exchange_token",
    client_secret,
    access_token,
  });
}

/** One of sixty days for a fresh one; it has to be a day old. @throws GraphFailure */
export function refreshedInstagramToken(
  graph: GraphApi,
  config: Pick<Config, "graph">,
  accessToken: string,
): Promise<LongToken> {
  const params = { grant_type: "ig_refresh_token", access_token: accessToken };
  return longToken(graph, config, "refresh_access_token", params);
}

async function longToken(
  graph: GraphApi,
  config: Pick<Config, "graph">,
  path: string,
  params: Record<string, string>,
): Promise<LongToken> {
  const call = { path, at: config.graph.instagramUrl, token: null, params, platform: "instagram" as const };
  const { access_token, expires_in } = await graph.get(call, longAnswer);
  return { accessToken: access_token, expiresAt: expiryOf(expires_in) };
}

const meSchema = z.object({
  id: graphId,
  user_id: graphId.optional(),
  username: z.string().catch(""),
});

export interface InstagramAccount {
  /** The person within the app. */
  metaUserId: string;
  /** The professional account, as webhooks name it. */
  platformId: string;
  username: string;
}

/** Whose token it is. @throws GraphFailure */
export async function instagramAccount(
  graph: GraphApi,
  token: string,
  version?: string | null,
): Promise<InstagramAccount> {
  const { id, user_id, username } = await graph.get(
    {
      path: "me",
      token,
      version,
      login: "instagram",
      platform: "instagram",
      params: { fields: "id,user_id,username" },
    },
    meSchema,
  );
  return { metaUserId: id, platformId: user_id ?? id, username };
}

/** Tokens of this sign-in begin so ("IGAA…"), Facebook's with "EAA". */
export const isInstagramToken = (token: string): boolean => /^IG/.test(token);
