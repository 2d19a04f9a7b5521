/** Set-up, the caller, API keys. */

import { audit } from "../admin/audit.ts";
import type { Actor } from "../auth/actor.ts";
import { createApiKey } from "../auth/api-keys.ts";
import { mayGrant } from "../auth/authorize.ts";
import { ownerExists, setUpWithToken } from "../auth/setup.ts";
import { role } from "../contract/account.ts";
import type { Me } from "../contract/index.ts";
import { AppError, notFound } from "../http/app-error.ts";
import { decodeCursor, encodeCursor, page } from "../http/pages.ts";
import type { Runtime } from "../runtime.ts";
import { api, open } from "./base.ts";

interface KeyRow {
  id: string;
  name: string;
  prefix: string;
  role: string;
  lastUsedAt: Date | null;
  createdAt: Date;
}

function viewKey(row: KeyRow) {
  const { id, name, prefix, lastUsedAt, createdAt } = row;
  return {
    id,
    name,
    prefix,
    role: role.parse(row.role),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}

async function viewMe({ prisma }: Pick<Runtime, "prisma">, actor: Actor): Promise<Me> {
  const [workspace, user] = await Promise.all([
    prisma.workspace.findUniqueOrThrow({
      where: { id: actor.workspaceId },
      select: { id: true, name: true, timeZone: true },
    }),
    actor.userId === null
      ? null
      : prisma.user.findUniqueOrThrow({
          where: { id: actor.userId },
          select: { id: true, name: true, email: true },
        }),
  ]);
  return { actor: actor.kind, user, role: actor.role, workspace };
}

export const account = {
  setupStatus: open.account.setupStatus.handler(async ({ context }) => ({
    needed: !(await ownerExists(context.services.runtime)),
  })),

  setup: open.account.setup.handler(async ({ context, input }) => {
    const { runtime, auth } = context.services;
    const { token, ...owner } = input;
    const { userId, workspaceId } = await setUpWithToken(runtime, token, owner);
    const { headers } = await auth.api.signInEmail({
      body: { email: owner.email.trim().toLowerCase(), password: owner.password },
      headers: context.requestHeaders,
      returnHeaders: true,
    });
    context.setCookies(headers.getSetCookie());
    return viewMe(runtime, { workspaceId, userId, role: "owner", kind: "member", credentialId: "" });
  }),

  me: api.account.me.handler(({ context }) => viewMe(context.services.runtime, context.actor)),

  apiKeys: {
    list: api.account.apiKeys.list.handler(async ({ context, input }) => {
      const { prisma } = context.services.runtime;
      const [after] = decodeCursor(input.cursor, ["id"]);
      const rows = await prisma.apiKey.findMany({
        where: {
          workspaceId: context.actor.workspaceId,
          revokedAt: null,
          ...(after === null ? {} : { id: { lt: after } }),
        },
        orderBy: { id: "desc" },
        take: input.limit + 1,
      });
      return page(rows, input.limit, (row) => encodeCursor(row.id), viewKey);
    }),

    create: api.account.apiKeys.create.handler(async ({ context, input }) => {
      const { actor, services } = context;
      if (!mayGrant(actor, input.role))
        throw new AppError(
          "forbidden",
          403,
          `The role ${actor.role} can't make a key with the role ${input.role}.`,
        );
      const { prisma } = services.runtime;
      const { row, key } = await createApiKey(prisma, {
        ...input,
        workspaceId: actor.workspaceId,
        createdBy: actor.userId,
      });
      await audit(prisma, actor, "api-key-created", { type: "api-key", id: row.id });
      return { ...viewKey(row), key };
    }),

    revoke: api.account.apiKeys.revoke.handler(async ({ context, input }) => {
      const { actor, services } = context;
      const { prisma } = services.runtime;
      const key = await prisma.apiKey.findFirst({
        where: { workspaceId: actor.workspaceId, id: input.id, revokedAt: null },
      });
      if (!key) throw notFound("API key");
      if (!mayGrant(actor, role.parse(key.role)))
        throw new AppError(
          "forbidden",
          403,
          `The role ${actor.role} can't revoke a key with the role ${key.role}.`,
        );
      await prisma.apiKey.updateMany({
        where: { workspaceId: actor.workspaceId, id: key.id },
        data: { revokedAt: new Date() },
      });
      await audit(prisma, actor, "api-key-revoked", { type: "api-key", id: key.id });
    }),
  },
};
