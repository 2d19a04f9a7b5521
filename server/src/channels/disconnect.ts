/** Lets go of a channel: its webhooks are taken back at Meta, its token forgotten. Nothing that was said is lost. */
import { GraphFailure } from "../meta/graph-api.ts";
import { unsubscribe } from "../meta/subscriptions.ts";
import type { Services } from "../services.ts";
import type { ChannelRecord } from "./directory.ts";

const REASON = "Disconnected by a person. Connect it again to go on; messages wait until then.";

export async function disconnectChannel(
  { runtime, directory, graph }: Pick<Services, "runtime" | "directory" | "graph">,
  channel: ChannelRecord,
): Promise<void> {
  const { workspaceId, id } = channel;
  await takeBack({ runtime, graph }, channel, await directory.current().then(({ all }) => all));
  await runtime.pool.query(
    `UPDATE channels SET access_token = NULL, connection_id = NULL, token_expires_at = NULL, state = 'disabled', state_reason = $3,
            health = (health::jsonb || '{"subscribed":false}')::json, updated_at = now()
      WHERE workspace_id = $1 AND id = $2 AND platform <> 'simulator'`,
    [workspaceId, id, REASON],
  );
  directory.invalidate();
}

/** Webhooks belong to the account or page: while another channel lives by it, they stay. A refusal does not keep anybody. */
async function takeBack(
  { runtime, graph }: Pick<Services, "runtime" | "graph">,
  channel: ChannelRecord,
  all: readonly ChannelRecord[],
): Promise<void> {
  const { platform, accessToken: token, graphVersion: version, login } = channel;
  const accountId = accountOf(channel);
  if (platform === "simulator" || token === null || accountId === null) return;
  const shared = all.some(
    (other) => other.id !== channel.id && other.state !== "disabled" && accountOf(other) === accountId,
  );
  if (shared) return;
  try {
    await unsubscribe(graph, { platform, accountId, token, version, login });
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error;
    runtime.log.warn({ channelId: channel.id, reason: error.message }, "webhooks could not be taken back");
  }
}

const accountOf = ({ platform, platformId, accountId, login }: ChannelRecord) =>
  platform === "messenger" || login === "instagram" ? platformId : accountId;
