/** Signing in at Meta: the address to go to, and what comes back. A state is good once, for ten minutes, for the person who began. */
import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import type { Actor } from "../auth/actor.ts";
import type { Login } from "../channels/channel.ts";
import type { Config } from "../config.ts";
import { newId } from "../db/ids.ts";
import { AppError } from "../http/app-error.ts";
import type { Runtime } from "../runtime.ts";
import { debugToken } from "./debug-token.ts";
import { type GraphApi, GraphFailure } from "./graph-api.ts";
import { INSTAGRAM_SCOPES, instagramAccount, instagramDialog, instagramToken } from "./instagram-login.ts";
import { expiryOf, type LongToken } from "./long-token.ts";

export type MetaPlatform = "whatsapp" | "instagram" | "messenger";

const STATE_MINUTES = 10;
const GRAPH = "https://graph.facebook.com";
const DIALOG = "https://www.facebook.com";

/** Permissions, each for what Hilo does with it ("Permissions reference"). */
export const SCOPES: Readonly<Record<MetaPlatform, readonly string[]>> = {
  whatsapp: ["whatsapp_business_management", "whatsapp_business_messaging"],
  messenger: [
    "pages_show_list",
    "pages_messaging",
    "pages_manage_metadata",
    "pages_read_engagement",
    "leads_retrieval",
  ],
  instagram: [
    "pages_show_list",
    "pages_manage_metadata",
    "pages_read_engagement",
    "instagram_basic",
    "instagram_manage_messages",
    "instagram_manage_comments",
  ],
};

export const redirectUrl = ({ publicUrl }: Pick<Config, "publicUrl">) =>
  `${publicUrl}/api/meta/oauth/callback`;

/** How a stored sign-in's token is bound to its row. */
export const connectionAad = (workspaceId: string, id: string) =>
  `meta-connection:${workspaceId}:${id}:accessToken`;

const hashOf = (state: string) => createHash("sha256").update(state).digest();

function appOf({ meta }: Pick<Config, "meta">): { id: string; secret: string } {
  if (!meta.appId || !meta.appSecret)
    throw new AppError(
      "meta-app-missing",
      409,
      "Signing in at Meta needs META_APP_ID and META_APP_SECRET in the server's settings. Until then, paste a token.",
    );
  return { id: meta.appId, secret: meta.appSecret };
}

/** @throws AppError when the server has no app for that sign-in */
export async function startSignIn(
  { config, pool }: Pick<Runtime, "config" | "pool">,
  actor: Actor,
  platforms: readonly MetaPlatform[],
  login: Login,
): Promise<string> {
  const state = randomBytes(32).toString("base64url");
  const url =
    login === "instagram"
      ? instagramDialog(config, redirectUrl(config), state)
      : facebookDialog(config, platforms, state);
  await pool.query("DELETE FROM oauth_states WHERE expires_at < now()");
  await pool.query(
    `INSERT INTO oauth_states (hash, workspace_id, actor_id, user_id, login, expires_at)
     VALUES ($1, $2, $3, $4, $5, now() + make_interval(mins => $6))`,
    [
      hashOf(state),
      actor.workspaceId,
      actor.userId ?? actor.credentialId,
      actor.userId,
      login,
      STATE_MINUTES,
    ],
  );
  return url;
}

function facebookDialog(config: Config, platforms: readonly MetaPlatform[], state: string): string {
  const app = appOf(config);
  // Another GRAPH_API_URL is a stand-in for all of Meta.
  const base = config.graph.url === GRAPH ? DIALOG : config.graph.url;
  const query = new URLSearchParams({
    client_id: app.id,
    redirect_uri: redirectUrl(config),
    state,
    response_type: "code",
    scope: [...new Set(platforms.flatMap((platform) => SCOPES[platform]))].join(","),
  });
  return `${base}/${config.graph.version}/dialog/oauth?${query}`;
}

export interface SignInAnswer {
  code: string | null;
  state: string | null;
  /** Meta's word when the person said no. */
  error: string | null;
  /** Who holds the browser; null: nobody is signed in there. */
  userId: string | null;
}

/** A stored sign-in, or why there is none. */
export type SignInResult =
  | { connectionId: string; login: Login; by: Actor }
  | { problem: "denied" | "expired" | "failed" };

/** Never throws for what Meta or a stranger sends. */
export async function finishSignIn(
  runtime: Pick<Runtime, "config" | "pool" | "prisma" | "secrets" | "log">,
  graph: GraphApi,
  answer: SignInAnswer,
): Promise<SignInResult> {
  const begun = answer.state === null ? null : await takeState(runtime, answer.state);
  // Whoever has the address only: a link with somebody else's code connects nothing.
  if (begun === null || (begun.userId !== null && begun.userId !== answer.userId))
    return { problem: "expired" };
  if (answer.error !== null || answer.code === null) return { problem: "denied" };
  try {
    const connectionId = await keep(runtime, graph, begun, answer.code);
    return { connectionId, login: begun.login, by: actorOf(begun) };
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error;
    runtime.log.warn({ code: error.code, reason: error.message }, "a sign-in at Meta could not be finished");
    return { problem: "failed" };
  }
}

interface Begun {
  workspaceId: string;
  actorId: string;
  userId: string | null;
  login: Login;
}

/** Who began it: their rights were looked at then. */
const actorOf = ({ workspaceId, actorId, userId }: Begun): Actor => ({
  workspaceId,
  userId,
  role: "admin",
  kind: userId === null ? "api-key" : "member",
  credentialId: actorId,
});

async function takeState({ pool }: Pick<Runtime, "pool">, state: string): Promise<Begun | null> {
  const { rows } = await pool.query<Begun & { inTime: boolean }>(
    `DELETE FROM oauth_states WHERE hash = $1
     RETURNING workspace_id AS "workspaceId", actor_id AS "actorId", user_id AS "userId", login, expires_at > now() AS "inTime"`,
    [hashOf(state)],
  );
  return rows[0]?.inTime ? rows[0] : null;
}

const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().optional() });
const meSchema = z.object({ id: z.string(), name: z.string().nullish() });

interface Kept extends LongToken {
  metaUserId: string;
  name: string | null;
  scopes: readonly string[];
}

async function keep(
  { config, prisma, secrets }: Pick<Runtime, "config" | "prisma" | "secrets">,
  graph: GraphApi,
  { workspaceId, actorId, login }: Begun,
  code: string,
): Promise<string> {
  const signIn = login === "instagram" ? atInstagram : atFacebook;
  const { accessToken, scopes, ...kept } = await signIn(graph, config, code);
  const id = newId();
  await prisma.metaConnection.create({
    data: {
      ...kept,
      workspaceId,
      id,
      login,
      accessToken: secrets.seal(accessToken, connectionAad(workspaceId, id)),
      scopes: [...scopes],
      createdBy: actorId,
    },
  });
  return id;
}

async function atInstagram(graph: GraphApi, config: Config, code: string): Promise<Kept> {
  const token = await instagramToken(graph, config, code, redirectUrl(config));
  const { metaUserId, username } = await instagramAccount(graph, token.accessToken);
  return { ...token, metaUserId, name: username ? `@${username}` : null, scopes: INSTAGRAM_SCOPES };
}

async function atFacebook(graph: GraphApi, config: Config, code: string): Promise<Kept> {
  const { id: client_id, secret: client_secret } = appOf(config);
  const params = { client_id, client_secret, redirect_uri: redirectUrl(config), code };
  const short = await graph.get({ path: "oauth/access_token", token: null, params }, tokenSchema);
  const token = await longLived(graph, config, short.access_token);
  const [me, about] = await Promise.all([
    graph.get({ path: "me", token: token.accessToken, params: { fields: "id,name" } }, meSchema),
    debugToken(graph, config, token.accessToken),
  ]);
  return {
    accessToken: token.accessToken,
    metaUserId: me.id,
    name: me.name ?? null,
    scopes: about.scopes,
    expiresAt: about.expiresAt ?? token.expiresAt,
  };
}

/** An hour's token for one of sixty days, or one of sixty days for a fresh one ("Long-lived access tokens"). @throws GraphFailure */
export async function longLived(
  graph: GraphApi,
  config: Pick<Config, "meta">,
  token: string,
): Promise<LongToken> {
  const { id: client_id, secret: client_secret } = appOf(config);
  const params = { grant_type: "fb_exchange_token", client_id, client_secret, fb_exchange_token: token };
  const long = await graph.get({ path: "oauth/access_token", token: null, params }, tokenSchema);
  return { accessToken: long.access_token, expiresAt: expiryOf(long.expires_in) };
}
