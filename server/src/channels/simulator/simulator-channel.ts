/** The simulator channel of a workspace: made on first use, with secrets of its own like any other channel. */
import { randomBytes, randomInt } from "node:crypto";
import { newId } from "../../db/ids.ts";
import type { Runtime } from "../../runtime.ts";
import type { ChannelDirectory, ChannelRecord } from "../directory.ts";
import { type ChannelSecret, channelSecretAad } from "../secrets.ts";

type Parts = Pick<Runtime, "prisma" | "secrets" | "now"> & { directory: ChannelDirectory };

/** Two that ask at once get the same channel. */
export async function ensureSimulatorChannel(parts: Parts, workspaceId: string): Promise<ChannelRecord> {
  const known = await findSimulatorChannel(parts, workspaceId);
  if (known !== null) return known;
  await createUnlessThere(parts, workspaceId);
  parts.directory.invalidate();
  const made = await findSimulatorChannel(parts, workspaceId);
  if (made === null) throw new Error("The simulator channel was made and is not there.");
  return made;
}

async function findSimulatorChannel(
  { prisma, directory }: Parts,
  workspaceId: string,
): Promise<ChannelRecord | null> {
  const isMine = (channel: ChannelRecord) =>
    channel.workspaceId === workspaceId && channel.platform === "simulator";
  const inMemory = (await directory.current()).all.find(isMine);
  if (inMemory !== undefined) return inMemory;
  const row = await prisma.channel.findFirst({
    where: { workspaceId, platform: "simulator" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return row === null ? null : directory.fresh(row.id);
}

async function createUnlessThere({ prisma, secrets }: Parts, workspaceId: string): Promise<void> {
  const id = newId();
  const seal = (field: ChannelSecret) =>
    secrets.seal(randomBytes(24).toString("hex"), channelSecretAad(workspaceId, id, field));
  await prisma.$transaction(async (tx) => {
    // Waits for whoever makes it at this moment.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`simulator:${workspaceId}`}, 0))`;
    if ((await tx.channel.count({ where: { workspaceId, platform: "simulator" } })) > 0) return;
    await tx.channel.create({
      data: {
        workspaceId,
        id,
        platform: "simulator",
        name: "Simulator",
        // Digits like a phone number id, from a range that Meta does not use.
        platformId: `900${randomInt(10 ** 11, 10 ** 12)}`,
        accessToken: seal("accessToken"),
        appSecret: seal("appSecret"),
        verifyToken: seal("verifyToken"),
      },
    });
  });
}
