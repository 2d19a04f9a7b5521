/** Channels: secrets go in sealed and never come out. */
import { audit } from "../admin/audit.ts";
import { checkChannel } from "../channels/check-channel.ts";
import { disconnectChannel } from "../channels/disconnect.ts";
import { readChannelHealth } from "../channels/health.ts";
import type { ChannelSecret } from "../channels/secrets.ts";
import { channelSecretAad } from "../channels/secrets.ts";
import { readChannelSettings } from "../channels/settings.ts";
import { platform } from "../contract/common.ts";
import type { Channel } from "../contract/index.ts";
import { newId } from "../db/ids.ts";
import { AppError, notFound } from "../http/app-error.ts";
import { decodeCursor, encodeCursor, page } from "../http/pages.ts";
import { isInstagramToken } from "../meta/instagram-login.ts";
import type { Runtime } from "../runtime.ts";
import { api } from "./base.ts";
import { type ChannelRow, channelRows, removeChannel } from "./channel-rows.ts";

type Secrets = Partial<Record<ChannelSecret, string | undefined>>;

const WEBHOOK_PATHS = {
  whatsapp: "/api/webhooks/whatsapp",
  simulator: "/api/webhooks/whatsapp",
  instagram: "/api/webhooks/instagram",
  messenger: "/api/webhooks/facebook-page",
} as const;

function viewChannel(row: ChannelRow): Channel {
  const kind = platform.parse(row.platform);
  const {
    id,
    name,
    platformId,
    state,
    stateReason,
    accessToken,
    appSecret,
    verifyToken,
    lastWebhookAt,
    createdAt,
  } = row;
  return {
    id,
    platform: kind,
    name,
    platformId,
    state,
    stateReason,
    hasAccessToken: accessToken,
    hasAppSecret: appSecret,
    hasVerifyToken: verifyToken,
    webhookPath: WEBHOOK_PATHS[kind],
    lastWebhookAt: lastWebhookAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    settings: readChannelSettings(row.settings),
    accountId: row.accountId,
    tokenExpiresAt: row.tokenExpiresAt?.toISOString() ?? null,
    connectedBy: row.signedIn ? "sign-in" : "token",
    login: row.login,
    heldMessages: row.heldMessages,
    health: readChannelHealth(row.health),
  };
}

async function one({ pool }: Pick<Runtime, "pool">, workspaceId: string, id: string): Promise<Channel> {
  const [row] = await channelRows(pool, workspaceId, { id, limit: 1 });
  if (!row) throw notFound("channel");
  return viewChannel(row);
}

function seal(
  { secrets }: Pick<Runtime, "secrets">,
  workspaceId: string,
  id: string,
  given: Secrets,
): Partial<Record<ChannelSecret, string>> {
  const sealed: Partial<Record<ChannelSecret, string>> = {};
  for (const field of ["accessToken", "appSecret", "verifyToken"] as const) {
    const value = given[field];
    if (value !== undefined)
      sealed[field] = secrets.seal(value.trim(), channelSecretAad(workspaceId, id, field));
  }
  return sealed;
}

/** Nothing but a token is missing. */
const CURABLE = new Set(["reauthorize", "disabled"]);

/** Prisma's name for a broken unique constraint. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "P2002";
}

/** A pasted token says by its beginning which sign-in it is of. */
const loginOf = (kind: Channel["platform"], token: string) =>
  kind === "instagram" && isInstagramToken(token) ? "instagram" : "facebook";

export const channels = {
  list: api.channels.list.handler(async ({ context: { services, actor }, input }) => {
    const [after] = decodeCursor(input.cursor, ["id"]);
    const rows = await channelRows(services.runtime.pool, actor.workspaceId, {
      after,
      limit: input.limit + 1,
    });
    return page(rows, input.limit, (row) => encodeCursor(row.id), viewChannel);
  }),

  create: api.channels.create.handler(async ({ context: { services, actor }, input }) => {
    const { runtime, directory } = services;
    const { workspaceId } = actor;
    const id = newId();
    const { platform: kind, name, platformId, accountId = null } = input;
    try {
      await runtime.prisma.channel.create({
        data: {
          workspaceId,
          id,
          platform: kind,
          name,
          platformId,
          accountId,
          login: loginOf(kind, input.accessToken),
          ...seal(runtime, workspaceId, id, input),
        },
      });
    } catch (error) {
      if (!isTaken(error)) throw error;
      throw new AppError("already-connected", 409, "A channel with this id is connected already.");
    }
    directory.invalidate();
    await audit(runtime.prisma, actor, "channel-created", { type: "channel", id });
    return one(runtime, workspaceId, id);
  }),

  get: api.channels.get.handler(({ context: { services, actor }, input }) =>
    one(services.runtime, actor.workspaceId, input.id),
  ),

  update: api.channels.update.handler(async ({ context: { services, actor }, input }) => {
    const { runtime, directory } = services;
    const { workspaceId } = actor;
    const before = await one(runtime, workspaceId, input.id);
    // A new token is the cure for a channel that waits for one.
    const state =
      input.state ?? (input.accessToken !== undefined && CURABLE.has(before.state) ? "active" : undefined);
    await runtime.prisma.channel.updateMany({
      where: { workspaceId, id: input.id },
      data: {
        ...(input.name === undefined ? {} : { name: input.name }),
        ...(input.accountId === undefined ? {} : { accountId: input.accountId }),
        // A pasted token is not the sign-in's any more, and nobody knows yet when it ends.
        ...(input.accessToken === undefined
          ? {}
          : {
              connectionId: null,
              tokenExpiresAt: null,
              login: loginOf(before.platform, input.accessToken),
            }),
        ...(state === undefined ? {} : { state, stateReason: null, pausedUntil: null }),
        ...(input.settings === undefined ? {} : { settings: { ...before.settings, ...input.settings } }),
        ...seal(runtime, workspaceId, input.id, input),
      },
    });
    directory.invalidate();
    if (state === "active") runtime.wake("deliver", input.id);
    await audit(runtime.prisma, actor, "channel-changed", { type: "channel", id: input.id });
    return one(runtime, workspaceId, input.id);
  }),

  remove: api.channels.remove.handler(async ({ context: { services, actor }, input }) => {
    const { runtime, directory } = services;
    await removeChannel(runtime.pool, actor.workspaceId, input.id);
    directory.invalidate();
    await audit(runtime.prisma, actor, "channel-removed", { type: "channel", id: input.id });
  }),

  disconnect: api.channels.disconnect.handler(async ({ context: { services, actor }, input }) => {
    const { runtime, directory } = services;
    const channel = await directory.fresh(input.id);
    if (channel?.workspaceId !== actor.workspaceId) throw notFound("channel");
    await disconnectChannel(services, channel);
    await audit(runtime.prisma, actor, "channel-disconnected", { type: "channel", id: input.id });
    return one(runtime, actor.workspaceId, input.id);
  }),

  check: api.channels.check.handler(async ({ context: { services, actor }, input }) => {
    const channel = await services.directory.fresh(input.id);
    if (channel?.workspaceId !== actor.workspaceId) throw notFound("channel");
    return checkChannel(services, channel);
  }),
};
