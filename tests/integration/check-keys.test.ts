/** A key that does not open what is stored stops the start instead of failing every webhook later. */
import { expect, it } from "vitest";
import { channelSecretAad } from "../../server/src/channels/secrets.ts";
import { checkKeys } from "../../server/src/secrets/check-keys.ts";
import { createSecretBox } from "../../server/src/secrets/secret-box.ts";
import { useTestDatabase } from "../support/database.ts";
import { createWorld } from "../support/world.ts";

const db = useTestDatabase();
const first = createSecretBox(["11".repeat(32)]);
const other = createSecretBox(["22".repeat(32)]);
const both = createSecretBox(["22".repeat(32), "11".repeat(32)]);

it("passes without secrets, with their key, and with the key among older ones; refuses any other", async () => {
  const { workspaceId, channelId } = await createWorld(db);
  const prisma = db.prisma;
  await checkKeys({ prisma, secrets: other });
  const accessToken = first.seal("EAAtest", channelSecretAad(workspaceId, channelId, "accessToken"));
  await prisma.channel.update({
    where: { workspaceId_id: { workspaceId, id: channelId } },
    data: { accessToken },
  });
  await checkKeys({ prisma, secrets: first });
  await checkKeys({ prisma, secrets: both });
  await expect(checkKeys({ prisma, secrets: other })).rejects.toThrow("ENCRYPTION_KEY does not open");
});
