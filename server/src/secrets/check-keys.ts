/** At the start: the keys must open what is stored, or every webhook and every send would fail with misleading words. */
import { channelSecretAad } from "../channels/secrets.ts";
import type { Runtime } from "../runtime.ts";

/** A sentence for the person who starts the server. */
export class WrongKey extends Error {
  override name = "WrongKey";
}

/** Tries the latest channel's secret. @throws WrongKey */
export async function checkKeys({ prisma, secrets }: Pick<Runtime, "prisma" | "secrets">): Promise<void> {
  const channel = await prisma.channel.findFirst({
    where: { accessToken: { not: null } },
    orderBy: { createdAt: "desc" },
  });
  if (!channel?.accessToken) return;
  try {
    secrets.open(channel.accessToken, channelSecretAad(channel.workspaceId, channel.id, "accessToken"));
  } catch {
    throw new WrongKey(
      "ENCRYPTION_KEY does not open the secrets in the database: set it to the key they were stored with (without it, the key in the data directory is used).",
    );
  }
}
