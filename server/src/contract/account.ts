/** Who is asking: set-up of the first owner, the signed-in member, API keys. Signing in and out is under /api/auth. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { id, pageOf, pageQuery, timestamp } from "./common.ts";

export const role = z.enum(["owner", "admin", "editor", "agent", "viewer"]);
export type Role = z.infer<typeof role>;

export const me = z.object({
  actor: z.enum(["member", "api-key"]),
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable(),
  role,
  workspace: z.object({ id, name: z.string(), timeZone: z.string() }),
});
export type Me = z.infer<typeof me>;

export const apiKey = z.object({
  id,
  name: z.string(),
  prefix: z.string(),
  role,
  lastUsedAt: timestamp.nullable(),
  createdAt: timestamp,
});

export const accountContract = {
  /** Open to anyone: whether an owner exists yet. */
  setupStatus: oc
    .route({ method: "GET", path: "/setup", tags: ["Account"] })
    .output(z.object({ needed: z.boolean() })),
  /** Makes the owner; the token is in the link the server prints at its first start. Signs the browser in. */
  setup: oc
    .route({ method: "POST", path: "/setup", tags: ["Account"], successStatus: 201 })
    .input(
      z.strictObject({
        token: z.string().min(1).max(200),
        name: z.string().trim().min(1).max(80),
        email: z.email().max(200),
        password: z.string().min(10, "at least 10 characters").max(128),
        workspaceName: z.string().trim().min(1).max(80).optional(),
      }),
    )
    .output(me),
  me: oc.route({ method: "GET", path: "/me", tags: ["Account"] }).output(me),
  apiKeys: {
    list: oc
      .route({ method: "GET", path: "/api-keys", tags: ["Account"] })
      .input(pageQuery)
      .output(pageOf(apiKey)),
    /** The key itself is shown this once. */
    create: oc
      .route({ method: "POST", path: "/api-keys", tags: ["Account"], successStatus: 201 })
      .input(z.strictObject({ name: z.string().trim().min(1).max(80), role: role.default("admin") }))
      .output(apiKey.extend({ key: z.string() })),
    revoke: oc
      .route({ method: "DELETE", path: "/api-keys/{id}", tags: ["Account"], successStatus: 204 })
      .input(z.object({ id }))
      .output(z.undefined()),
  },
};
