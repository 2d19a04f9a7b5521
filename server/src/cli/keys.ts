/** `hilo keys rotate`: seals every secret anew under the first ENCRYPTION_KEY. Safe to run beside a server, and twice. */
import { type ChannelSecret, channelSecretAad } from "../channels/secrets.ts";
import type { Database } from "../db/client.ts";
import { connectionAad } from "../meta/sign-in.ts";
import { createSecretBox, type SecretBox } from "../secrets/secret-box.ts";
import { secretAad } from "../tasks/task-data.ts";
import { UsageError } from "./usage.ts";
import { withDatabase } from "./with-database.ts";

const CHANNEL_FIELDS: ChannelSecret[] = ["accessToken", "appSecret", "verifyToken"];

export async function keysCommand(args: string[]): Promise<number> {
  if (args[0] !== "rotate") throw new UsageError("The only thing to do with keys is rotate.");
  const { changed, keyId } = await withDatabase(async (database, config) => {
    const box = createSecretBox(config.encryptionKeys);
    return {
      changed:
        (await rotateChannels(database, box)) +
        (await rotateSecrets(database, box)) +
        (await rotateSignIns(database, box)),
      keyId: box.keyId,
    };
  });
  console.log(
    `${changed} secrets are now under key ${keyId}. Older keys may be taken out of ENCRYPTION_KEY.`,
  );
  return 0;
}

async function rotateChannels({ prisma }: Database, box: SecretBox): Promise<number> {
  let changed = 0;
  for (const channel of await prisma.channel.findMany()) {
    const { workspaceId, id } = channel;
    const data: Partial<Record<ChannelSecret, string>> = {};
    for (const field of CHANNEL_FIELDS) {
      const sealed = channel[field];
      if (sealed === null || sealed.split(".")[1] === box.keyId) continue;
      const aad = channelSecretAad(workspaceId, id, field);
      data[field] = box.seal(box.open(sealed, aad), aad);
      changed += 1;
    }
    if (Object.keys(data).length > 0)
      await prisma.channel.update({ where: { workspaceId_id: { workspaceId, id } }, data });
  }
  return changed;
}

async function rotateSecrets({ prisma }: Database, box: SecretBox): Promise<number> {
  let changed = 0;
  for (const { workspaceId, id, value: sealed } of await prisma.secret.findMany()) {
    if (sealed.split(".")[1] === box.keyId) continue;
    const aad = secretAad(workspaceId, id);
    await prisma.secret.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { value: box.seal(box.open(sealed, aad), aad) },
    });
    changed += 1;
  }
  return changed;
}

async function rotateSignIns({ prisma }: Database, box: SecretBox): Promise<number> {
  let changed = 0;
  for (const { workspaceId, id, accessToken: sealed } of await prisma.metaConnection.findMany()) {
    if (sealed === null || sealed.split(".")[1] === box.keyId) continue;
    const aad = connectionAad(workspaceId, id);
    await prisma.metaConnection.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { accessToken: box.seal(box.open(sealed, aad), aad) },
    });
    changed += 1;
  }
  return changed;
}
