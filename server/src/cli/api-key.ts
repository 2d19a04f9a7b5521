/** `hilo api-key create`: a key for scripts, printed once. */
import { parseArgs } from "node:util";
import { readRole } from "../auth/actor.ts";
import { createApiKey } from "../auth/api-keys.ts";
import { UsageError } from "./usage.ts";
import { withDatabase } from "./with-database.ts";

export async function apiKeyCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { role: { type: "string" }, name: { type: "string" }, json: { type: "boolean" } },
  });
  if (positionals[0] !== "create") throw new UsageError("The only thing to do with api-key here is create.");
  const role = readRole(values.role ?? "admin");
  if (!role)
    throw new UsageError(`There is no role "${values.role}": owner, admin, editor, agent or viewer.`);
  const made = await withDatabase(async ({ prisma }) => {
    const workspace = await prisma.workspace.findFirst({ orderBy: { createdAt: "asc" } });
    if (!workspace) throw new Error("There is no workspace yet: start Hilo once, or run hilo setup.");
    return createApiKey(prisma, {
      workspaceId: workspace.id,
      name: values.name ?? "Command line",
      role,
      createdBy: null,
    });
  });
  console.log(values.json ? JSON.stringify({ apiKey: made.key, role }) : made.key);
  return 0;
}
