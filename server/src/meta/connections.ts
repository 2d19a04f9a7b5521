/** A stored sign-in used: its choices, and channels made or renewed from them. */
import { audit } from "../admin/audit.ts";
import type { Actor } from "../auth/actor.ts";
import { changeHealth } from "../channels/health.ts";
import { channelSecretAad } from "../channels/secrets.ts";
import type { ChannelChoice } from "../contract/index.ts";
import { newId } from "../db/ids.ts";
import { AppError, notFound } from "../http/app-error.ts";
import type { Services } from "../services.ts";
import { type Choice, type Choices, instagramChoice, listChoices } from "./choices.ts";
import { debugToken } from "./debug-token.ts";
import { GraphFailure } from "./graph-api.ts";
import { connectionAad, type MetaPlatform } from "./sign-in.ts";
import { subscribe } from "./subscriptions.ts";

type Parts = Pick<Services, "runtime" | "graph" | "directory">;

interface Listed extends Choices {
  name: string | null;
}

/** @throws AppError when the workspace has no such sign-in, or Meta can't be asked */
async function listed({ runtime, graph }: Parts, workspaceId: string, id: string): Promise<Listed> {
  const { prisma, secrets, config } = runtime;
  const connection = await prisma.metaConnection.findFirst({ where: { workspaceId, id } });
  if (!connection) throw notFound("sign-in");
  if (connection.accessToken === null)
    return { choices: [], problems: ["Access was withdrawn at Meta: sign in again."], name: connection.name };
  const token = secrets.open(connection.accessToken, connectionAad(workspaceId, id));
  try {
    const { expiresAt, name } = connection;
    if (connection.login === "instagram")
      return { choices: [await instagramChoice(graph, { token, expiresAt })], problems: [], name };
    const about = await debugToken(graph, config, token);
    return { ...(await listChoices(graph, { token, expiresAt, about })), name };
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error;
    throw new AppError("meta-refused", 502, error.message);
  }
}

export async function choicesOf(parts: Parts, workspaceId: string, id: string) {
  const { choices, problems, name } = await listed(parts, workspaceId, id);
  const { rows } = await parts.runtime.pool.query<{ id: string; key: string }>(
    "SELECT id, platform || ':' || platform_id AS key FROM channels WHERE workspace_id = $1",
    [workspaceId],
  );
  const own = new Map(rows.map((row) => [row.key, row.id]));
  return {
    name,
    problems,
    choices: choices.map(
      ({ platform, platformId, name: called, detail }): ChannelChoice => ({
        platform,
        platformId,
        name: called,
        detail,
        channelId: own.get(`${platform}:${platformId}`) ?? null,
      }),
    ),
  };
}

interface Chosen {
  platform: MetaPlatform;
  platformId: string;
}

export interface Connected extends Chosen {
  channelId: string | null;
  problem: string | null;
}

/** A sign-in that is for one account leaves nothing to choose. @returns why it is not connected, or null */
export async function connectOnly(parts: Parts, actor: Actor, connectionId: string): Promise<"taken" | null> {
  const { choices } = await listed(parts, actor.workspaceId, connectionId);
  const [only] = await connectChosen(parts, actor, connectionId, choices.slice(0, 1));
  return only?.channelId == null ? "taken" : null;
}

/** Each on its own: what goes wrong with one is no matter of the others. */
export async function connectChosen(
  parts: Parts,
  actor: Actor,
  connectionId: string,
  chosen: readonly Chosen[],
): Promise<Connected[]> {
  const { choices } = await listed(parts, actor.workspaceId, connectionId);
  const results: Connected[] = [];
  for (const { platform, platformId } of chosen) {
    const choice = choices.find((one) => one.platform === platform && one.platformId === platformId);
    results.push(
      choice
        ? { platform, platformId, ...(await connectOne(parts, actor, connectionId, choice)) }
        : {
            platform,
            platformId,
            channelId: null,
            problem: "Meta does not show this one any more: sign in again.",
          },
    );
  }
  parts.directory.invalidate();
  return results;
}

async function connectOne(
  parts: Parts,
  actor: Actor,
  connectionId: string,
  choice: Choice,
): Promise<Omit<Connected, keyof Chosen>> {
  const channelId = await saveChannel(parts, actor.workspaceId, connectionId, choice);
  if (channelId === null)
    return { channelId, problem: "A channel with this id is connected already, elsewhere." };
  const { runtime, graph } = parts;
  await audit(runtime.prisma, actor, "channel-connected", { type: "channel", id: channelId });
  runtime.wake("deliver", channelId);
  const row = { workspaceId: actor.workspaceId, id: channelId };
  try {
    await subscribe(graph, choice);
    await changeHealth(runtime.pool, row, { subscribed: true, account: null });
    return { channelId, problem: null };
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error;
    await changeHealth(runtime.pool, row, { subscribed: false });
    const problem = `It is connected, but its webhooks do not come yet: ${error.message} Press “Check” on the channel to try again.`;
    return { channelId, problem };
  }
}

/** Makes the channel, or gives it its new token: held messages go on with it. Null: another workspace has it. */
async function saveChannel(
  { runtime: { pool, secrets } }: Parts,
  workspaceId: string,
  connectionId: string,
  choice: Choice,
): Promise<string | null> {
  const { platform, platformId, name, accountId, expiresAt, login } = choice;
  // The token is sealed for the row it goes into, so the row's id comes first.
  const { rows } = await pool.query<{ id: string; workspaceId: string }>(
    `SELECT id, workspace_id AS "workspaceId" FROM channels WHERE platform = $1 AND platform_id = $2`,
    [platform, platformId],
  );
  if (rows[0] && rows[0].workspaceId !== workspaceId) return null;
  const id = rows[0]?.id ?? newId();
  const token = secrets.seal(choice.token, channelSecretAad(workspaceId, id, "accessToken"));
  const { rowCount } = await pool.query(
    `INSERT INTO channels (workspace_id, id, platform, name, platform_id, access_token, account_id, connection_id, token_expires_at, login, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now())
     ON CONFLICT (platform, platform_id) DO UPDATE
        SET access_token = EXCLUDED.access_token, account_id = EXCLUDED.account_id, connection_id = EXCLUDED.connection_id,
            token_expires_at = EXCLUDED.token_expires_at, login = EXCLUDED.login, updated_at = now(), paused_until = NULL,
            state = CASE WHEN channels.state IN ('reauthorize', 'disabled') THEN 'active' ELSE channels.state END,
            state_reason = CASE WHEN channels.state IN ('reauthorize', 'disabled') THEN NULL ELSE channels.state_reason END
      WHERE channels.workspace_id = EXCLUDED.workspace_id AND channels.id = EXCLUDED.id`,
    [
      workspaceId,
      id,
      platform,
      name.slice(0, 80),
      platformId,
      token,
      accountId,
      connectionId,
      expiresAt,
      login,
    ],
  );
  return rowCount ? id : null;
}
