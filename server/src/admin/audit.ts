/** Who did what, for people: names and ids, never contents. */
import type { Actor } from "../auth/actor.ts";
import type { PrismaClient } from "../db/client.ts";

export async function audit(
  prisma: Pick<PrismaClient, "auditLog">,
  actor: Pick<Actor, "workspaceId" | "kind" | "userId" | "credentialId">,
  action: string,
  target: { type: string; id: string },
): Promise<void> {
  await prisma.auditLog.create({
    data: {
      workspaceId: actor.workspaceId,
      actorType: actor.kind,
      actorId: actor.userId ?? actor.credentialId,
      action,
      targetType: target.type,
      targetId: target.id,
    },
  });
}
