/** `http-request`, 1 → 2: the name of a secret became a way of showing it; it was sent as a bearer token. */
import type { NodeMigration } from "./index.ts";

export const httpRequest1: NodeMigration = {
  type: "http-request",
  from: 1,
  migrate({ secret, ...data }) {
    if (typeof secret !== "string" || secret === "" || data.auth !== undefined) return data;
    return { ...data, auth: { kind: "bearer", secret } };
  },
};
