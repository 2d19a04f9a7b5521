/** Teams: named groups of members that flows give conversations to. */

import type { Team } from "../contract/workspace.ts";
import type { Prisma, PrismaClient } from "../db/client.ts";
import { AppError, notFound } from "../http/app-error.ts";

const WITH_MEMBERS = { members: { select: { userId: true }, orderBy: { userId: "asc" } } } as const;

const viewTeam = ({
  id,
  name,
  members,
}: {
  id: string;
  name: string;
  members: { userId: string }[];
}): Team => ({
  id,
  name,
  memberIds: members.map(({ userId }) => userId),
});

export async function listTeams(prisma: PrismaClient, workspaceId: string): Promise<Team[]> {
  const rows = await prisma.team.findMany({
    where: { workspaceId },
    include: WITH_MEMBERS,
    orderBy: { name: "asc" },
  });
  return rows.map(viewTeam);
}

interface TeamChange {
  name?: string | undefined;
  memberIds?: readonly string[] | undefined;
}

export async function createTeam(
  prisma: PrismaClient,
  workspaceId: string,
  { name, memberIds }: { name: string; memberIds: readonly string[] },
): Promise<Team> {
  return prisma.$transaction(async (tx) => {
    await refuseDouble(tx, workspaceId, name, null);
    const { id } = await tx.team.create({ data: { workspaceId, name } });
    await setMembers(tx, workspaceId, id, memberIds);
    return readTeam(tx, workspaceId, id);
  });
}

export async function updateTeam(
  prisma: PrismaClient,
  workspaceId: string,
  id: string,
  { name, memberIds }: TeamChange,
): Promise<Team> {
  return prisma.$transaction(async (tx) => {
    await readTeam(tx, workspaceId, id);
    if (name !== undefined) {
      await refuseDouble(tx, workspaceId, name, id);
      await tx.team.updateMany({ where: { workspaceId, id }, data: { name } });
    }
    if (memberIds !== undefined) await setMembers(tx, workspaceId, id, memberIds);
    return readTeam(tx, workspaceId, id);
  });
}

export async function removeTeam(prisma: PrismaClient, workspaceId: string, id: string): Promise<void> {
  const { count } = await prisma.team.deleteMany({ where: { workspaceId, id } });
  if (count === 0) throw notFound("team");
}

async function readTeam(tx: Prisma.TransactionClient, workspaceId: string, id: string): Promise<Team> {
  const team = await tx.team.findFirst({ where: { workspaceId, id }, include: WITH_MEMBERS });
  if (!team) throw notFound("team");
  return viewTeam(team);
}

/** Flows name teams whatever their capitals. */
async function refuseDouble(
  tx: Prisma.TransactionClient,
  workspaceId: string,
  name: string,
  own: string | null,
): Promise<void> {
  const other = await tx.team.findFirst({
    where: { workspaceId, name: { equals: name, mode: "insensitive" }, ...(own ? { id: { not: own } } : {}) },
  });
  if (other) throw new AppError("conflict", 409, `There is a team called ${other.name} already.`);
}

async function setMembers(
  tx: Prisma.TransactionClient,
  workspaceId: string,
  teamId: string,
  memberIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(memberIds)];
  const known = await tx.member.findMany({
    where: { workspaceId, userId: { in: wanted } },
    select: { userId: true },
  });
  const stranger = wanted.find((userId) => !known.some((member) => member.userId === userId));
  if (stranger) throw new AppError("invalid", 400, `${stranger} is no member of this workspace.`);
  await tx.teamMember.deleteMany({ where: { workspaceId, teamId } });
  await tx.teamMember.createMany({ data: wanted.map((userId) => ({ workspaceId, teamId, userId })) });
}
