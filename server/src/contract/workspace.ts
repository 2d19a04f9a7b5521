/** The workspace: its settings, secrets, teams and members, and the names its flows share. */
import { globalWordsSchema, scheduleSchema } from "@hilo/flow-engine";
import { oc } from "@orpc/contract";
import { z } from "zod";
import { role } from "./account.ts";
import { id, timestamp } from "./common.ts";

export const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const name = z.string().trim().min(1).max(80);
const timeZone = z.string().max(60).refine(isTimeZone, "must be an IANA time zone, such as Europe/Madrid");

export const workspace = z.object({
  id,
  name,
  timeZone: z.string(),
  /** Opening hours; null: always open. */
  hours: scheduleSchema.nullable(),
  /** Words that mean the same in every flow, by language. */
  globalWords: globalWordsSchema,
});
export type Workspace = z.infer<typeof workspace>;

/** What a secret holds is never given out. */
export const secret = z.object({ id, name: z.string(), updatedAt: timestamp });
export type Secret = z.infer<typeof secret>;

export const member = z.object({ id: z.string(), name: z.string(), email: z.string(), role });
export type Member = z.infer<typeof member>;

export const team = z.object({ id, name: z.string(), memberIds: z.array(z.string()) });
export type Team = z.infer<typeof team>;

const teamInput = { name, memberIds: z.array(z.string().max(64)).max(500).default([]) };
const one = z.object({ id });
const items = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

export const workspaceContract = {
  get: oc.route({ method: "GET", path: "/workspace", tags: ["Workspace"] }).output(workspace),
  update: oc
    .route({ method: "PATCH", path: "/workspace", tags: ["Workspace"] })
    .input(
      z.strictObject({
        name: name.optional(),
        timeZone: timeZone.optional(),
        hours: scheduleSchema.nullable().optional(),
        globalWords: globalWordsSchema.optional(),
      }),
    )
    .output(workspace),
  members: oc.route({ method: "GET", path: "/members", tags: ["Workspace"] }).output(items(member)),
  secrets: {
    list: oc.route({ method: "GET", path: "/secrets", tags: ["Workspace"] }).output(items(secret)),
    /** Stores a secret under its name, over the one that was there. */
    store: oc
      .route({ method: "POST", path: "/secrets", tags: ["Workspace"], successStatus: 201 })
      .input(
        z.strictObject({
          name: z
            .string()
            .trim()
            .regex(/^[\w.-]{1,64}$/, "must be letters, digits, dots, dashes and underscores: 64 at most"),
          value: z.string().min(1).max(10_000),
        }),
      )
      .output(secret),
    remove: oc
      .route({ method: "DELETE", path: "/secrets/{id}", tags: ["Workspace"], successStatus: 204 })
      .input(one)
      .output(z.undefined()),
  },
  teams: {
    list: oc.route({ method: "GET", path: "/teams", tags: ["Workspace"] }).output(items(team)),
    create: oc
      .route({ method: "POST", path: "/teams", tags: ["Workspace"], successStatus: 201 })
      .input(z.strictObject(teamInput))
      .output(team),
    update: oc
      .route({ method: "PATCH", path: "/teams/{id}", tags: ["Workspace"] })
      .input(
        z.strictObject({ id, name: name.optional(), memberIds: teamInput.memberIds.unwrap().optional() }),
      )
      .output(team),
    remove: oc
      .route({ method: "DELETE", path: "/teams/{id}", tags: ["Workspace"], successStatus: 204 })
      .input(one)
      .output(z.undefined()),
  },
  /** Names that flows and contacts use: for pickers. */
  names: oc.route({ method: "GET", path: "/names", tags: ["Workspace"] }).output(
    z.object({
      tags: z.array(z.string()),
      fields: z.array(z.string()),
      topics: z.array(z.string()),
      events: z.array(z.string()),
    }),
  ),
};
