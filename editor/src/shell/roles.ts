/** What each role is called. */
import type { Role } from "@hilo/server/contract";

export const ROLE_NAMES: Record<Role, string> = {
  // t:
  viewer: "viewer",
  agent: "agent",
  editor: "editor",
  admin: "admin",
  owner: "owner",
};
