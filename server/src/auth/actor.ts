/** Who asks, once it is proved. */
import { role } from "../contract/account.ts";
import type { Role } from "../contract/index.ts";

export interface Actor {
  workspaceId: string;
  /** Null for API keys. */
  userId: string | null;
  role: Role;
  kind: "member" | "api-key";
  /** The key or browser session the proof came from: when it is revoked, sockets opened with it are closed. */
  credentialId: string;
}

/** The database holds text; an unknown role has no rights, so it is no actor at all. */
export function readRole(text: string): Role | null {
  const parsed = role.safeParse(text);
  return parsed.success ? parsed.data : null;
}
