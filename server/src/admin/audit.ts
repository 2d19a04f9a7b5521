/** Who did what, for people: names and ids, never contents. */
import type { Actor } from "../auth/actor.ts";
import type { PrismaClient } from "../db/client.ts";

export async function audit(
  prisma: Pick<PrismaClient, "auditLog">,
  actor: Pick<Actor, "workspaceId" | "kind" | "userId" | "credentialId">,
  action: string,
  target: { type: string; id: string },
): Promise<void> {
  await auditEach(prisma, actor, action, [target]);
}

/** The same of many at once: a row for each. */
export async function auditEach(
  prisma: Pick<PrismaClient, "auditLog">,
  actor: Pick<Actor, "workspaceId" | "kind" | "userId" | "credentialId">,
  action: string,
  targets: readonly { type: string; id: string }[],
): Promise<void> {
  if (targets.length === 0) return;
  await prisma.auditLog.createMany({
    data: targets.map((target) => ({
      workspaceId: actor.workspaceId,
      actorType: actor.kind,
      actorId: actor.userId ?? actor.credentialId,
      action,
      targetType: target.type,
      targetId: target.id,
    })),
  });
}
