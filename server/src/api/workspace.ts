/** Settings, secrets, teams, members, names. */
import { audit } from "../admin/audit.ts";
import { readRole } from "../auth/actor.ts";
import { listSecrets, removeSecret, storeSecret } from "../secrets/secret-store.ts";
import { createTeam, listTeams, removeTeam, updateTeam } from "../workspace/teams.ts";
import { changeWorkspace, namesInUse, workspaceById } from "../workspace/workspace-views.ts";
import { api } from "./base.ts";

export const workspace = {
  get: api.workspace.get.handler(({ context: { services, actor } }) =>
    workspaceById(services.runtime.pool, actor.workspaceId),
  ),
  update: api.workspace.update.handler(async ({ context: { services, actor }, input }) => {
    const { pool, prisma } = services.runtime;
    const changed = await changeWorkspace(pool, actor.workspaceId, input);
    await audit(prisma, actor, "workspace-changed", { type: "workspace", id: actor.workspaceId });
    return changed;
  }),
  members: api.workspace.members.handler(async ({ context: { services, actor } }) => {
    const rows = await services.runtime.prisma.member.findMany({
      where: { workspaceId: actor.workspaceId },
      include: { user: { select: { name: true, email: true } } },
      orderBy: { createdAt: "asc" },
    });
    return {
      items: rows.flatMap(({ userId, role: text, user }) => {
        const role = readRole(text);
        return role ? [{ id: userId, ...user, role }] : [];
      }),
    };
  }),
  secrets: {
    list: api.workspace.secrets.list.handler(async ({ context: { services, actor } }) => ({
      items: await listSecrets(services.runtime, actor.workspaceId),
    })),
    store: api.workspace.secrets.store.handler(async ({ context: { services, actor }, input }) => {
      const stored = await storeSecret(services.runtime, actor.workspaceId, { ...input, by: actor.userId });
      await audit(services.runtime.prisma, actor, "secret-stored", { type: "secret", id: stored.id });
      return stored;
    }),
    remove: api.workspace.secrets.remove.handler(async ({ context: { services, actor }, input }) => {
      await removeSecret(services.runtime, actor.workspaceId, input.id);
      await audit(services.runtime.prisma, actor, "secret-removed", { type: "secret", id: input.id });
    }),
  },
  teams: {
    list: api.workspace.teams.list.handler(async ({ context: { services, actor } }) => ({
      items: await listTeams(services.runtime.prisma, actor.workspaceId),
    })),
    create: api.workspace.teams.create.handler(({ context: { services, actor }, input }) =>
      createTeam(services.runtime.prisma, actor.workspaceId, input),
    ),
    update: api.workspace.teams.update.handler(({ context: { services, actor }, input: { id, ...change } }) =>
      updateTeam(services.runtime.prisma, actor.workspaceId, id, change),
    ),
    remove: api.workspace.teams.remove.handler(async ({ context: { services, actor }, input }) => {
      await removeTeam(services.runtime.prisma, actor.workspaceId, input.id);
    }),
  },
  names: api.workspace.names.handler(({ context: { services, actor } }) =>
    namesInUse(services.runtime.pool, actor.workspaceId),
  ),
};
