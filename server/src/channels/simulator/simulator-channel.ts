/** The simulator channels of a workspace, one for each platform that is played: made on first use, with secrets of its own like any other channel. */
import { randomBytes, randomInt } from "node:crypto";
import { newId } from "../../db/ids.ts";
import type { Runtime } from "../../runtime.ts";
import { type PlayedPlatform, playedBy } from "../channel.ts";
import type { ChannelDirectory, ChannelRecord } from "../directory.ts";
import { type ChannelSecret, channelSecretAad } from "../secrets.ts";
import { readChannelSettings } from "../settings.ts";

type Parts = Pick<Runtime, "prisma" | "secrets" | "now"> & { directory: ChannelDirectory };

/** Two that ask at once get the same channel. */
export async function ensureSimulatorChannel(
  parts: Parts,
  workspaceId: string,
  plays: PlayedPlatform,
): Promise<ChannelRecord> {
  const known = await findSimulatorChannel(parts, workspaceId, plays);
  if (known !== null) return known;
  await createUnlessThere(parts, workspaceId, plays);
  parts.directory.invalidate();
  const made = await findSimulatorChannel(parts, workspaceId, plays);
  if (made === null) throw new Error("The simulator channel was made and is not there.");
  return made;
}

async function findSimulatorChannel(
  { prisma, directory }: Parts,
  workspaceId: string,
  plays: PlayedPlatform,
): Promise<ChannelRecord | null> {
  const isMine = (channel: ChannelRecord) =>
    channel.workspaceId === workspaceId &&
    channel.platform === "simulator" &&
    playedBy("simulator", channel.settings) === plays;
  const inMemory = (await directory.current()).all.find(isMine);
  if (inMemory !== undefined) return inMemory;
  const rows = await simulators(prisma, workspaceId);
  const row = rows.find(({ settings }) => playedBy("simulator", readChannelSettings(settings)) === plays);
  return row === undefined ? null : directory.fresh(row.id);
}

/** Oldest first. */
function simulators(prisma: Pick<Runtime["prisma"], "channel">, workspaceId: string) {
  return prisma.channel.findMany({
    where: { workspaceId, platform: "simulator" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, settings: true },
  });
}

/** Names in lists; WhatsApp's came first and has the plain one. */
const NAMES: Record<PlayedPlatform, string> = {
  whatsapp: "Simulator",
  instagram: "Simulator: Instagram",
  messenger: "Simulator: Messenger",
};

async function createUnlessThere(
  { prisma, secrets }: Parts,
  workspaceId: string,
  plays: PlayedPlatform,
): Promise<void> {
  const id = newId();
  const seal = (field: ChannelSecret) =>
    secrets.seal(randomBytes(24).toString("hex"), channelSecretAad(workspaceId, id, field));
  await prisma.$transaction(async (tx) => {
    // Waits for whoever makes it at this moment.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`simulator:${workspaceId}`}, 0))`;
    const there = await simulators(tx, workspaceId);
    if (there.some(({ settings }) => playedBy("simulator", readChannelSettings(settings)) === plays)) return;
    await tx.channel.create({
      data: {
        workspaceId,
        id,
        platform: "simulator",
        name: NAMES[plays],
        settings: { plays },
        // Digits like a phone number id, from a range that Meta does not use.
        platformId: `900${randomInt(10 ** 11, 10 ** 12)}`,
        accessToken: seal("accessToken"),
        appSecret: seal("appSecret"),
        verifyToken: seal("verifyToken"),
      },
    });
  });
}
