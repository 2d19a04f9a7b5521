/** The signed-in member, for pages inside the frame. */
import type { Me } from "@hilo/server/contract";
import { useQuery } from "@tanstack/react-query";
import { meQuery } from "../api/queries.ts";

/** Null only for the moment in which the session ends and the frame gives way to the sign-in page. */
export function useMe(): Me | null {
  return useQuery(meQuery).data ?? null;
}

/** Owners and admins: whom the server lets change channels, keys and people's data. */
export function useManages(): boolean {
  const role = useMe()?.role;
  return role === "owner" || role === "admin";
}
