/** The first owner: a one-time link, or the command line. Open only until there is one. */
import { createHash, randomBytes } from "node:crypto";
import type { PoolClient } from "pg";
import { newId } from "../db/ids.ts";
import { transaction } from "../db/transaction.ts";
import { AppError } from "../http/app-error.ts";
import type { Runtime } from "../runtime.ts";
import { hashPassword, verifyPassword } from "./password.ts";

export interface NewOwner {
  name: string;
  email: string;
  password: string;
  workspaceName?: string | undefined;
}

export interface Owner {
  userId: string;
  workspaceId: string;
}

/** Two set-ups at once must not make two owners. Any number no other lock of the product uses. */
const SETUP_LOCK = 4_102;
/** Links of starts long past are swept away; the newest is the one people have before them. */
const KEEP_TOKENS = 10;

export async function ownerExists({ prisma }: Pick<Runtime, "prisma">): Promise<boolean> {
  return (await prisma.member.count({ where: { role: "owner" }, take: 1 })) > 0;
}

/** @returns the link to print, or null when there is an owner. Each start makes its own: only a hash is kept. */
export async function makeSetupLink(
  runtime: Pick<Runtime, "pool" | "prisma">,
  baseUrl: string,
): Promise<string | null> {
  if (await ownerExists(runtime)) return null;
  const token = randomBytes(32).toString("base64url");
  await runtime.pool.query("INSERT INTO setup_tokens (id, purpose, hash) VALUES ($1, 'owner', $2)", [
    newId(),
    hashOf(token),
  ]);
  await runtime.pool.query(
    `DELETE FROM setup_tokens WHERE purpose = 'owner' AND id NOT IN
       (SELECT id FROM setup_tokens WHERE purpose = 'owner' ORDER BY created_at DESC LIMIT $1)`,
    [KEEP_TOKENS],
  );
  return `${baseUrl}/setup?token=${token}`;
}

/** Makes the owner when the token is right. All links are void afterwards. */
export async function setUpWithToken(
  runtime: Pick<Runtime, "pool">,
  token: string,
  owner: NewOwner,
): Promise<Owner> {
  return createOwner(runtime, owner, async (client) => {
    const { rowCount } = await client.query(
      "SELECT 1 FROM setup_tokens WHERE hash = $1 AND purpose = 'owner' AND used_at IS NULL",
      [hashOf(token)],
    );
    if (rowCount === 0) {
      throw new AppError(
        "setup-token-invalid",
        403,
        "This set-up link is not valid. Take the newest one that the server printed.",
      );
    }
  });
}

/** @param prove throws to refuse; asked only while there is no owner */
export async function createOwner(
  { pool }: Pick<Runtime, "pool">,
  { name, email, password, workspaceName }: NewOwner,
  prove: (client: PoolClient) => Promise<void> = async () => {},
): Promise<Owner> {
  await transaction(pool, (client) => refuseUnlessOpen(client, prove));
  const hash = await hashPassword(password);
  return transaction(pool, async (client) => {
    await client.query("SELECT pg_advisory_xact_lock($1)", [SETUP_LOCK]);
    // Asked again under the lock: hashing took a while, and somebody else may have been faster.
    await refuseUnlessOpen(client, prove);
    const workspaceId = await firstWorkspace(client, workspaceName);
    const userId = newId();
    await insertUser(client, userId, name, email.trim().toLowerCase(), hash);
    await client.query("INSERT INTO members (workspace_id, user_id, role) VALUES ($1, $2, 'owner')", [
      workspaceId,
      userId,
    ]);
    await client.query("UPDATE setup_tokens SET used_at = now() WHERE purpose = 'owner' AND used_at IS NULL");
    await client.query(
      "INSERT INTO audit_log (workspace_id, actor_type, actor_id, action) VALUES ($1, 'member', $2, 'owner-created')",
      [workspaceId, userId],
    );
    return { userId, workspaceId };
  });
}

/** The owner who proves to be one by e-mail and password; null for anybody else. */
export async function ownerByPassword(
  { prisma }: Pick<Runtime, "prisma">,
  email: string,
  password: string,
): Promise<Owner | null> {
  const user = await prisma.user.findUnique({
    where: { email: email.trim().toLowerCase() },
    include: { accounts: { where: { providerId: "credential" } }, members: { where: { role: "owner" } } },
  });
  const hash = user?.accounts[0]?.password;
  const member = user?.members[0];
  if (!hash || !member || !(await verifyPassword({ hash, password }))) return null;
  return { userId: member.userId, workspaceId: member.workspaceId };
}

async function refuseUnlessOpen(
  client: PoolClient,
  prove: (client: PoolClient) => Promise<void>,
): Promise<void> {
  const { rowCount } = await client.query("SELECT 1 FROM members WHERE role = 'owner' LIMIT 1");
  if (rowCount)
    throw new AppError("setup-closed", 403, "The owner's account exists already. Sign in instead.");
  await prove(client);
}

async function firstWorkspace(client: PoolClient, name: string | undefined): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    "SELECT id FROM workspaces ORDER BY created_at, id LIMIT 1",
  );
  const id = rows[0]?.id ?? newId();
  if (!rows[0])
    await client.query("INSERT INTO workspaces (id, name) VALUES ($1, $2)", [id, name ?? "My workspace"]);
  else if (name !== undefined)
    await client.query("UPDATE workspaces SET name = $2 WHERE id = $1", [id, name]);
  return id;
}

async function insertUser(
  client: PoolClient,
  id: string,
  name: string,
  email: string,
  hash: string,
): Promise<void> {
  await client.query(
    "INSERT INTO users (id, name, email, email_verified, updated_at) VALUES ($1, $2, $3, true, now())",
    [id, name, email],
  );
  await client.query(
    `INSERT INTO auth_accounts (id, account_id, provider_id, user_id, password, updated_at)
     VALUES ($1, $2, 'credential', $2, $3, now())`,
    [newId(), id, hash],
  );
}

function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
