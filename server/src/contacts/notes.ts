/** Notes about contacts: seen by members only. */
import type { Actor } from "../auth/actor.ts";
import type { Note } from "../contract/contacts.ts";
import type { PrismaClient } from "../db/client.ts";
import { newId } from "../db/ids.ts";
import { notFound } from "../http/app-error.ts";
import { decodeCursor, encodeCursor, page } from "../http/pages.ts";
import type { Runtime } from "../runtime.ts";
import { mentionedMembers } from "./mentioned-members.ts";

interface NoteRow {
  id: string;
  text: string;
  authorId: string | null;
  createdAt: Date;
  mentions: { userId: string }[];
}

const WITH_MENTIONS = { mentions: { select: { userId: true } } } as const;

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
    include: WITH_MENTIONS,
  });
  const names = await namesOf(prisma, rows);
  return page(
    rows,
    limit,
    (row) => encodeCursor(row.createdAt.toISOString(), row.id),
    (row) => viewNote(row, names),
  );
}

/** Those who look at the contact see it at once; members named in it are told by their list of conversations. */
export async function addNote(
  { prisma, publish, changed }: Pick<Runtime, "prisma" | "publish" | "changed">,
  { workspaceId, userId }: Pick<Actor, "workspaceId" | "userId">,
  { id: contactId, text }: { id: string; text: string },
): Promise<Note> {
  await contactMustExist(prisma, workspaceId, contactId);
  const members = await prisma.member.findMany({
    where: { workspaceId },
    select: { userId: true, user: { select: { name: true } } },
  });
  const names = new Map(members.map((member) => [member.userId, member.user.name]));
  const named = mentionedMembers(text, names);
  const row = await prisma.note.create({
    data: {
      workspaceId,
      id: newId(),
      contactId,
      text,
      authorId: userId,
      mentions: { create: named.map((member) => ({ userId: member })) },
    },
    include: WITH_MENTIONS,
  });
  const note = viewNote(row, names);
  publish([{ workspaceId, contactId, event: "note:new", payload: { note, contactId }, seq: "0" }]);
  if (named.length > 0) {
    const conversations = await prisma.conversation.findMany({
      where: { workspaceId, contactId },
      select: { id: true },
    });
    changed(conversations.map(({ id }) => ({ workspaceId, id })));
  }
  return note;
}

async function contactMustExist(prisma: PrismaClient, workspaceId: string, id: string): Promise<void> {
  if (!(await prisma.contact.findFirst({ where: { workspaceId, id }, select: { id: true } })))
    throw notFound("contact");
}

async function namesOf(prisma: PrismaClient, rows: readonly NoteRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = [
    ...new Set(
      rows.flatMap(({ authorId, mentions }) => [
        ...(authorId ? [authorId] : []),
        ...mentions.map((m) => m.userId),
      ]),
    ),
  ];
  if (ids.length === 0) return new Map();
  const users = await prisma.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}

function viewNote(
  { id, text, authorId, createdAt, mentions }: NoteRow,
  names: ReadonlyMap<string, string>,
): Note {
  const author = authorId === null ? null : (names.get(authorId) ?? "Somebody who left");
  const named = mentions.flatMap(({ userId }) => names.get(userId) ?? []);
  return { id, text, author, mentions: named, createdAt: createdAt.toISOString() };
}
