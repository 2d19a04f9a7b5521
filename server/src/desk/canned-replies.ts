/** Replies that people give often, by a word they type after a slash. */
import type { CannedReply } from "../contract/index.ts";
import type { PrismaClient } from "../db/client.ts";
import { AppError, notFound } from "../http/app-error.ts";

interface Row {
  id: string;
  shortcut: string;
  text: string;
  updatedAt: Date;
}

const view = ({ id, shortcut, text, updatedAt }: Row): CannedReply => ({
  id,
  shortcut,
  text,
  updatedAt: updatedAt.toISOString(),
});

/** More would not be looked through; the API refuses another one. */
const MOST = 500;

export async function listCannedReplies(prisma: PrismaClient, workspaceId: string): Promise<CannedReply[]> {
  const rows = await prisma.cannedReply.findMany({
    where: { workspaceId },
    orderBy: { shortcut: "asc" },
    take: MOST,
  });
  return rows.map(view);
}

export async function createCannedReply(
  prisma: PrismaClient,
  workspaceId: string,
  { shortcut, text }: { shortcut: string; text: string },
): Promise<CannedReply> {
  if ((await prisma.cannedReply.count({ where: { workspaceId } })) >= MOST)
    throw new AppError("conflict", 409, `There are ${MOST} canned replies. Remove one that nobody uses.`);
  await refuseDouble(prisma, workspaceId, shortcut, null);
  return view(await prisma.cannedReply.create({ data: { workspaceId, shortcut, text } }));
}

export async function updateCannedReply(
  prisma: PrismaClient,
  workspaceId: string,
  { id, shortcut, text }: { id: string; shortcut?: string | undefined; text?: string | undefined },
): Promise<CannedReply> {
  if (shortcut !== undefined) await refuseDouble(prisma, workspaceId, shortcut, id);
  const data = { ...(shortcut === undefined ? {} : { shortcut }), ...(text === undefined ? {} : { text }) };
  const { count } = await prisma.cannedReply.updateMany({ where: { workspaceId, id }, data });
  const row = count === 0 ? null : await prisma.cannedReply.findFirst({ where: { workspaceId, id } });
  if (!row) throw notFound("canned reply");
  return view(row);
}

export async function removeCannedReply(
  prisma: PrismaClient,
  workspaceId: string,
  id: string,
): Promise<void> {
  const { count } = await prisma.cannedReply.deleteMany({ where: { workspaceId, id } });
  if (count === 0) throw notFound("canned reply");
}

async function refuseDouble(
  prisma: PrismaClient,
  workspaceId: string,
  shortcut: string,
  own: string | null,
): Promise<void> {
  const other = await prisma.cannedReply.findFirst({ where: { workspaceId, shortcut } });
  if (other && other.id !== own)
    throw new AppError("conflict", 409, `There is a canned reply /${shortcut} already.`);
}
