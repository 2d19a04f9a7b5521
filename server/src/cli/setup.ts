/** `hilo setup`: the owner without a browser, and an API key to go on with. */
import { parseArgs } from "node:util";
import { createApiKey } from "../auth/api-keys.ts";
import { PASSWORD_MAX, PASSWORD_MIN } from "../auth/auth.ts";
import { createOwner, ownerByPassword } from "../auth/setup.ts";
import { UsageError } from "./usage.ts";
import { withDatabase } from "./with-database.ts";

export async function setupCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      email: { type: "string" },
      password: { type: "string" },
      name: { type: "string" },
      json: { type: "boolean" },
    },
  });
  const { email, password } = values;
  if (!email?.includes("@")) throw new UsageError("Give the owner's --email.");
  if (password === undefined || password.length < PASSWORD_MIN || password.length > PASSWORD_MAX) {
    throw new UsageError(`Give a --password of ${PASSWORD_MIN} to ${PASSWORD_MAX} characters.`);
  }
  const name = values.name ?? email.split("@")[0] ?? "Owner";
  const { key, workspaceId } = await withDatabase(async (database) => {
    // Run again with the same words it prints another key, so that a script may be run twice.
    const owner =
      (await ownerByPassword(database, email, password)) ??
      (await createOwner(database, { name, email, password }));
    const made = await createApiKey(database.prisma, {
      workspaceId: owner.workspaceId,
      name: "Command line",
      role: "owner",
      createdBy: owner.userId,
    });
    return { key: made.key, workspaceId: owner.workspaceId };
  });
  console.log(
    values.json
      ? JSON.stringify({ email, workspaceId, apiKey: key })
      : `The owner is ${email}.\nAPI key (shown this once): ${key}`,
  );
  return 0;
}
