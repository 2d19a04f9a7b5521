/** Which WhatsApp Business Account a number belongs to: Meta has no field for it, so it is read off what has. */
import { z } from "zod";
import type { ChannelDirectory, ChannelRecord } from "../channels/directory.ts";
import type { Runtime } from "../runtime.ts";
import { debugToken } from "./debug-token.ts";
import { type GraphApi, GraphFailure } from "./graph-api.ts";

export interface AccountParts {
  runtime: Pick<Runtime, "pool" | "config">;
  directory: ChannelDirectory;
  graph: GraphApi;
}

/** As stored, or found and stored. Null when Meta does not say. @throws GraphFailure when Meta can't be asked */
export async function accountIdOf(parts: AccountParts, channel: ChannelRecord): Promise<string | null> {
  if (channel.accountId !== null) return channel.accountId;
  const found = (await byHealth(parts, channel)) ?? (await byScopes(parts, channel));
  if (found === null) return null;
  await parts.runtime.pool.query(
    "UPDATE channels SET account_id = $3 WHERE workspace_id = $1 AND id = $2 AND account_id IS NULL",
    [channel.workspaceId, channel.id, found],
  );
  parts.directory.invalidate();
  return found;
}

const healthSchema = z.object({
  health_status: z.object({ entities: z.array(z.object({ entity_type: z.string(), id: z.string() })) }),
});

/** The health of a number names all that it hangs on ("Messaging health status"). */
async function byHealth({ graph }: AccountParts, channel: ChannelRecord): Promise<string | null> {
  const { platformId: path, accessToken, graphVersion: version } = channel;
  if (accessToken === null) return null;
  const call = { path, token: accessToken, version, params: { fields: "health_status" } };
  const answer = await softly(() => graph.get(call, healthSchema));
  return answer?.health_status.entities.find(({ entity_type }) => entity_type === "WABA")?.id ?? null;
}

const numbersItem = z.object({ id: z.string() });

/** The token says which accounts it is for; the one that has the number is it. */
async function byScopes({ graph, runtime }: AccountParts, channel: ChannelRecord): Promise<string | null> {
  const { accessToken: token, graphVersion: version, platformId } = channel;
  if (token === null) return null;
  const about = await softly(() => debugToken(graph, runtime.config, token));
  for (const id of about?.whatsappAccounts ?? []) {
    const numbers = await softly(() =>
      graph.list({ path: `${id}/phone_numbers`, token, version }, numbersItem),
    );
    if (numbers?.some((number) => number.id === platformId)) return id;
  }
  return null;
}

/** A refusal is an answer here: another way is tried. What is not reachable stays an error. */
async function softly<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof GraphFailure && error.class_ !== "retry") return null;
    throw error;
  }
}
