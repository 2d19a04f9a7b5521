/** API keys: made once, shown once, kept as a hash. */
import { createHash, randomBytes } from "node:crypto";
import type { Role } from "../contract/index.ts";
import type { PrismaClient } from "../db/client.ts";
import { newId } from "../db/ids.ts";
import { type Actor, readRole } from "./actor.ts";

const KEY = /^hilo_([a-z0-9]{8})_[A-Za-z0-9_-]{43}$/;
/** A list shows when a key was last used; finer than this is not worth a write per request. */
const LAST_USED_EVERY_MS = 60_000;

export interface NewApiKey {
  workspaceId: string;
  name: string;
  role: Role;
  createdBy: string | null;
}

/** @returns the row and the key itself, which nobody can read again */
export async function createApiKey(prisma: PrismaClient, { workspaceId, name, role, createdBy }: NewApiKey) {
  const prefix = `hilo_${randomBytes(4).toString("hex")}`;
  const key = `${prefix}_${randomBytes(32).toString("base64url")}`;
  const row = await prisma.apiKey.create({
    data: { workspaceId, id: newId(), name, role, createdBy, prefix, hash: hashOf(key) },
  });
  return { row, key };
}

export function looksLikeApiKey(token: string): boolean {
  return KEY.test(token);
}

/** Null when the key is unknown or revoked. */
export async function actorOfApiKey(prisma: PrismaClient, key: string, now: Date): Promise<Actor | null> {
  if (!looksLikeApiKey(key)) return null;
  const row = await prisma.apiKey.findUnique({ where: { hash: hashOf(key) } });
  const role = row ? readRole(row.role) : null;
  if (!row || !role || row.revokedAt !== null) return null;
  const { workspaceId, id, lastUsedAt } = row;
  if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() > LAST_USED_EVERY_MS) {
    await prisma.apiKey.updateMany({ where: { workspaceId, id }, data: { lastUsedAt: now } });
  }
  return { workspaceId, userId: null, role, kind: "api-key", credentialId: id };
}

/** The key carries 256 random bits, so a fast hash is enough. */
function hashOf(key: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(key).digest());
}
