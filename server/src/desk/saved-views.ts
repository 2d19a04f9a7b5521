/** Ways to look at the list of conversations, kept by name: everybody's, or one member's. */
import type { Actor } from "../auth/actor.ts";
import { type ConversationFilter, conversationFilter, type SavedView } from "../contract/index.ts";
import type { PrismaClient } from "../db/client.ts";
import { AppError, notFound } from "../http/app-error.ts";

type Who = Pick<Actor, "workspaceId" | "userId">;

interface Row {
  id: string;
  name: string;
  ownerId: string | null;
  filter: unknown;
}

/** A part that this version does not know makes it a view of everything, which is seen and mended. */
const view = ({ id, name, ownerId, filter }: Row): SavedView => ({
  id,
  name,
  shared: ownerId === null,
  filter: conversationFilter.safeParse(filter).data ?? {},
});

/** Of everybody's and of each member's. */
const MOST = 50;

const seenBy = ({ workspaceId, userId }: Who) => ({
  workspaceId,
  OR: [{ ownerId: null }, ...(userId === null ? [] : [{ ownerId: userId }])],
});

export async function listViews(prisma: PrismaClient, who: Who): Promise<SavedView[]> {
  const rows = await prisma.savedView.findMany({
    where: seenBy(who),
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(view);
}

/** An API key has no views of its own: what it makes is everybody's. */
export async function createView(
  prisma: PrismaClient,
  { workspaceId, userId }: Who,
  { name, shared, filter }: { name: string; shared: boolean; filter: ConversationFilter },
): Promise<SavedView> {
  const ownerId = shared ? null : userId;
  if ((await prisma.savedView.count({ where: { workspaceId, ownerId } })) >= MOST)
    throw new AppError("conflict", 409, `There are ${MOST} views. Remove one that nobody uses.`);
  return view(await prisma.savedView.create({ data: { workspaceId, name, ownerId, filter } }));
}

export async function removeView(prisma: PrismaClient, who: Who, id: string): Promise<void> {
  const { count } = await prisma.savedView.deleteMany({ where: { id, ...seenBy(who) } });
  if (count === 0) throw notFound("view");
}
