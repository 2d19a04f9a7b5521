/** Secrets of a workspace: stored sealed, used by flows by name, never given out. */
import type { Secret } from "../contract/workspace.ts";
import { newId } from "../db/ids.ts";
import { notFound } from "../http/app-error.ts";
import type { Runtime } from "../runtime.ts";
import { secretAad } from "../tasks/task-data.ts";

type Parts = Pick<Runtime, "prisma" | "secrets">;

const viewSecret = ({ id, name, updatedAt }: { id: string; name: string; updatedAt: Date }): Secret => ({
  id,
  name,
  updatedAt: updatedAt.toISOString(),
});

export async function listSecrets({ prisma }: Parts, workspaceId: string): Promise<Secret[]> {
  const rows = await prisma.secret.findMany({
    where: { workspaceId },
    select: { id: true, name: true, updatedAt: true },
    orderBy: { name: "asc" },
  });
  return rows.map(viewSecret);
}

/** Over the one that was there under the name: flows that use it go on with the new value. */
export async function storeSecret(
  { prisma, secrets }: Parts,
  workspaceId: string,
  { name, value, by }: { name: string; value: string; by: string | null },
): Promise<Secret> {
  const known = await prisma.secret.findFirst({ where: { workspaceId, name }, select: { id: true } });
  const id = known?.id ?? newId();
  const sealed = secrets.seal(value, secretAad(workspaceId, id));
  const row = await prisma.secret.upsert({
    where: { workspaceId_id: { workspaceId, id } },
    create: { workspaceId, id, name, value: sealed, createdBy: by },
    update: { value: sealed },
  });
  return viewSecret(row);
}

export async function removeSecret({ prisma }: Parts, workspaceId: string, id: string): Promise<void> {
  const { count } = await prisma.secret.deleteMany({ where: { workspaceId, id } });
  if (count === 0) throw notFound("secret");
}
