/** Asks the platform about a channel: whether token and id fit together, what it may do, how it stands. Kept as the channel's health. */
import { z } from "zod";
import { accountIdOf } from "../meta/account-id.ts";
import { debugToken, type TokenInfo } from "../meta/debug-token.ts";
import { type GraphApi, GraphFailure } from "../meta/graph-api.ts";
import { instagramAccount } from "../meta/instagram-login.ts";
import { type MetaPlatform, SCOPES } from "../meta/sign-in.ts";
import { subscribe } from "../meta/subscriptions.ts";
import type { Runtime } from "../runtime.ts";
import type { ChannelDirectory, ChannelRecord } from "./directory.ts";
import { type ChannelHealth, changeHealth } from "./health.ts";

export interface CheckParts {
  runtime: Pick<Runtime, "pool" | "config" | "log" | "wake" | "now">;
  graph: GraphApi;
  directory: ChannelDirectory;
}

export interface ChannelCheck {
  ok: boolean;
  message: string;
}

/** What each platform calls a channel's own name. Asked alone: a field the version does not know refuses the whole request. */
const NAME_FIELDS = {
  whatsapp: "id,display_phone_number,verified_name",
  instagram: "id,username",
  messenger: "id,name",
} as const;

const named = z.looseObject({
  id: z.string(),
  display_phone_number: z.string().optional(),
  verified_name: z.string().optional(),
  username: z.string().optional(),
  name: z.string().optional(),
});
type Named = z.infer<typeof named>;

/** Never throws for what the platform says or does not say. */
export async function checkChannel(parts: CheckParts, channel: ChannelRecord): Promise<ChannelCheck> {
  const { platform, accessToken: token } = channel;
  if (platform === "simulator") return { ok: true, message: "The simulator is inside this server." };
  if (token === null) return { ok: false, message: "The channel has no access token that can be read." };
  try {
    const node = await nameOf(parts.graph, channel, platform);
    const health = await askAround(parts, { ...channel, platform, accessToken: token }, node);
    await keep(parts, channel, health);
    return verdict(node, health.problems ?? []);
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error;
    await noteFailure(parts, channel, error);
    const said =
      error.code === "unreachable" ? error.message : `The platform refused: ${error.message.slice(0, 400)}`;
    return { ok: false, message: said };
  }
}

/** Instagram's own tokens are asked whose they are: one that is of another account would still be a good one. */
async function nameOf(graph: GraphApi, channel: ChannelRecord, platform: MetaPlatform): Promise<Named> {
  if (channel.login === "facebook") return ask(graph, channel, NAME_FIELDS[platform], named);
  const { platformId: id, username } = await instagramAccount(
    graph,
    channel.accessToken ?? "",
    channel.graphVersion,
  );
  if (id === channel.platformId) return { id, username: `@${username}` };
  throw new GraphFailure("other-account", "reauthorize", `The token is of another account, @${username}.`);
}

function verdict(node: Named, problems: readonly string[]): ChannelCheck {
  const name = node.verified_name ?? node.name ?? node.username ?? node.display_phone_number ?? node.id;
  return { ok: true, message: [`The token belongs to “${name}”.`, ...problems].join(" ") };
}

/** @throws GraphFailure */
function ask<S extends z.ZodType>(
  graph: GraphApi,
  { platform, platformId, accessToken, graphVersion, login }: ChannelRecord,
  fields: string,
  schema: S,
): Promise<z.infer<S>> {
  return graph.get(
    { path: platformId, token: accessToken, version: graphVersion, platform, login, params: { fields } },
    schema,
  );
}

/** What is not known for sure is left as it was: a refusal of a detail is no fault of the channel. */
async function softly<T>(question: Promise<T>): Promise<T | null> {
  return question.catch((error: unknown) => {
    if (error instanceof GraphFailure) return null;
    throw error;
  });
}

type MetaChannel = ChannelRecord & { platform: MetaPlatform; accessToken: string };
type Found = Partial<ChannelHealth> & { tokenExpiresAt?: Date | null };

async function askAround(parts: CheckParts, channel: MetaChannel, node: Named): Promise<Found> {
  const { graph, runtime } = parts;
  const [about, details] = await Promise.all([
    // Instagram says nothing about its tokens.
    channel.login === "facebook" ? softly(debugToken(graph, runtime.config, channel.accessToken)) : null,
    channel.platform === "whatsapp" ? numberDetails(graph, channel) : {},
  ]);
  const subscribed = await trySubscribing(parts, channel);
  const scopes = about === null ? null : missingScopes(channel.platform, about);
  return {
    displayName: node.verified_name ?? node.name ?? node.username ?? null,
    phone: node.display_phone_number ?? null,
    ...details,
    ...(scopes === null ? {} : { missingScopes: scopes }),
    ...(subscribed === null ? {} : { subscribed: subscribed === "yes" }),
    problems: problemsOf(scopes ?? [], subscribed, details),
    ...(about?.valid ? { tokenExpiresAt: about.expiresAt } : {}),
  };
}

/** Null where Meta told no permissions at all. */
function missingScopes(platform: MetaPlatform, { valid, scopes }: TokenInfo): string[] | null {
  if (!valid || scopes.length === 0) return null;
  return SCOPES[platform].filter((scope) => !scopes.includes(scope) && scope !== "leads_retrieval");
}

const quality = z.object({
  quality_rating: z.string().optional(),
  throughput: z.object({ level: z.string() }).optional().catch(undefined),
});
const limits = z.object({ whatsapp_business_manager_messaging_limit: z.string() });
const shared = z.object({ is_on_biz_app: z.boolean() });

/** Fields that came with different versions are asked for apart ("WhatsApp Business Phone Number"). */
async function numberDetails(graph: GraphApi, channel: ChannelRecord): Promise<Partial<ChannelHealth>> {
  const [first, limit, app] = await Promise.all([
    softly(ask(graph, channel, "quality_rating,throughput", quality)),
    softly(ask(graph, channel, "whatsapp_business_manager_messaging_limit", limits)),
    softly(ask(graph, channel, "is_on_biz_app", shared)),
  ]);
  return {
    ...(first?.quality_rating ? { quality: first.quality_rating } : {}),
    ...(first?.throughput ? { throughput: first.throughput.level } : {}),
    ...(limit ? { messagingLimit: limit.whatsapp_business_manager_messaging_limit } : {}),
    ...(app ? { sharedWithApp: app.is_on_biz_app } : {}),
  };
}

/** Subscribing again changes nothing, so it is simply done. Null: nobody knows the account. */
async function trySubscribing(parts: CheckParts, channel: MetaChannel): Promise<"yes" | "no" | null> {
  const { platform, accessToken: token, graphVersion: version, login } = channel;
  const accountId = await softly(accountOf(parts, channel));
  if (!accountId) return null;
  const done = await softly(
    subscribe(parts.graph, { platform, accountId, token, version, login }).then(() => true),
  );
  return done ? "yes" : "no";
}

async function accountOf(parts: CheckParts, channel: MetaChannel): Promise<string | null> {
  if (channel.platform === "whatsapp") return accountIdOf(parts, channel);
  const own = channel.platform === "messenger" || channel.login === "instagram";
  return own ? channel.platformId : channel.accountId;
}

function problemsOf(
  scopes: readonly string[],
  subscribed: "yes" | "no" | null,
  { quality: rating }: Partial<ChannelHealth>,
): string[] {
  return [
    ...(scopes.length > 0
      ? [`The token lacks ${scopes.join(", ")}: connect again with all boxes ticked.`]
      : []),
    ...(subscribed === "no"
      ? [
          "Its webhooks could not be subscribed: customers' messages may not come. The token needs the right to manage the account.",
        ]
      : []),
    ...(rating === "RED"
      ? [
          "The number's quality is low: people block or report it. Send less to those who did not write first.",
        ]
      : []),
  ];
}

async function keep({ runtime, directory }: CheckParts, channel: ChannelRecord, found: Found): Promise<void> {
  const { tokenExpiresAt, ...health } = found;
  const { workspaceId, id, sealedAccessToken } = channel;
  await changeHealth(runtime.pool, channel, { ...health, checkedAt: runtime.now().toISOString() });
  if (tokenExpiresAt !== undefined)
    await runtime.pool.query(
      `UPDATE channels SET token_expires_at = $3 WHERE workspace_id = $1 AND id = $2 AND access_token IS NOT DISTINCT FROM $4`,
      [workspaceId, id, tokenExpiresAt, sealedAccessToken],
    );
  // The same token is good again: a permission came back.
  const { rowCount } = await runtime.pool.query(
    `UPDATE channels SET state = 'active', state_reason = NULL, paused_until = NULL, updated_at = now()
      WHERE workspace_id = $1 AND id = $2 AND state = 'reauthorize' AND access_token IS NOT DISTINCT FROM $3`,
    [workspaceId, id, sealedAccessToken],
  );
  directory.invalidate();
  if (rowCount) runtime.wake("deliver", id);
}

/** A token that Meta says is over holds the channel's sends before the next one finds out. */
async function noteFailure(
  { runtime, directory }: CheckParts,
  { workspaceId, id, sealedAccessToken }: ChannelRecord,
  failure: GraphFailure,
): Promise<void> {
  await changeHealth(
    runtime.pool,
    { workspaceId, id },
    { problems: [failure.message], checkedAt: runtime.now().toISOString() },
  );
  if (failure.class_ === "reauthorize")
    await runtime.pool.query(
      `UPDATE channels SET state = 'reauthorize', state_reason = $3, updated_at = now()
        WHERE workspace_id = $1 AND id = $2 AND state = 'active' AND access_token IS NOT DISTINCT FROM $4`,
      [workspaceId, id, `${failure.message} [${failure.code}]`.slice(0, 500), sealedAccessToken],
    );
  directory.invalidate();
}
