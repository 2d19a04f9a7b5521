/** Notes about contacts: seen by members only. */
import type { Actor } from "../auth/actor.ts";
import type { Note } from "../contract/contacts.ts";
import type { PrismaClient } from "../db/client.ts";
import { newId } from "../db/ids.ts";
import { notFound } from "../http/app-error.ts";
import { decodeCursor, encodeCursor, page } from "../http/pages.ts";

interface NoteRow {
  id: string;
  text: string;
  authorId: string | null;
  createdAt: Date;
}

export async function listNotes(
  prisma: PrismaClient,
  workspaceId: string,
  { id: contactId, limit, cursor }: { id: string; limit: number; cursor?: string | undefined },
) {
  await contactMustExist(prisma, workspaceId, contactId);
  const [at, id] = decodeCursor(cursor, ["time", "id"]);
  const before =
    at && id
      ? { OR: [{ createdAt: { lt: new Date(at) } }, { createdAt: new Date(at), id: { lt: id } }] }
      : {};
  const rows = await prisma.note.findMany({
    where: { workspaceId, contactId, ...before },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const names = await namesOf(prisma, rows);
  return page(
    rows,
    limit,
    (row) => encodeCursor(row.createdAt.toISOString(), row.id),
    (row) => viewNote(row, names),
  );
}

export async function addNote(
  prisma: PrismaClient,
  { workspaceId, userId }: Pick<Actor, "workspaceId" | "userId">,
  { id: contactId, text }: { id: string; text: string },
): Promise<Note> {
  await contactMustExist(prisma, workspaceId, contactId);
  const row = await prisma.note.create({
    data: { workspaceId, id: newId(), contactId, text, authorId: userId },
  });
  return viewNote(row, await namesOf(prisma, [row]));
}

async function contactMustExist(prisma: PrismaClient, workspaceId: string, id: string): Promise<void> {
  if (!(await prisma.contact.findFirst({ where: { workspaceId, id }, select: { id: true } })))
    throw notFound("contact");
}

async function namesOf(prisma: PrismaClient, rows: readonly NoteRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap(({ authorId }) => authorId ?? []))];
  if (ids.length === 0) return new Map();
  const users = await prisma.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}

function viewNote({ id, text, authorId, createdAt }: NoteRow, names: ReadonlyMap<string, string>): Note {
  const author = authorId === null ? null : (names.get(authorId) ?? "Somebody who left");
  return { id, text, author, createdAt: createdAt.toISOString() };
}
