/** What people who answer keep at hand: replies they give often, and ways to look at the list of conversations. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { foreignName, id, timestamp } from "./common.ts";
import { conversationFilter } from "./conversations.ts";

export const cannedReply = z.object({
  id,
  /** What is typed after the slash. */
  shortcut: z.string(),
  /** May hold `{{ contact.name }}` and the like: filled in where it is written. */
  text: z.string(),
  updatedAt: timestamp,
});
export type CannedReply = z.infer<typeof cannedReply>;

export const savedView = z.object({
  id,
  name: z.string(),
  /** Everybody's, or only its maker's. */
  shared: z.boolean(),
  filter: conversationFilter,
});
export type SavedView = z.infer<typeof savedView>;

const shortcut = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N}_-]{1,32}$/u, "must be letters, digits, dashes and underscores: 32 at most");
const replyText = foreignName.trim().min(1).max(4_096);
const viewName = foreignName.trim().min(1).max(60);
const one = z.object({ id });

export const cannedRepliesContract = {
  /** By shortcut. */
  list: oc
    .route({ method: "GET", path: "/canned-replies", tags: ["Conversations"] })
    .output(z.object({ items: z.array(cannedReply) })),
  create: oc
    .route({ method: "POST", path: "/canned-replies", tags: ["Conversations"], successStatus: 201 })
    .input(z.strictObject({ shortcut, text: replyText }))
    .output(cannedReply),
  update: oc
    .route({ method: "PATCH", path: "/canned-replies/{id}", tags: ["Conversations"] })
    .input(z.strictObject({ id, shortcut: shortcut.optional(), text: replyText.optional() }))
    .output(cannedReply),
  remove: oc
    .route({ method: "DELETE", path: "/canned-replies/{id}", tags: ["Conversations"], successStatus: 204 })
    .input(one)
    .output(z.undefined()),
};

export const viewsContract = {
  /** Everybody's and your own, the oldest first. */
  list: oc
    .route({ method: "GET", path: "/conversation-views", tags: ["Conversations"] })
    .output(z.object({ items: z.array(savedView) })),
  create: oc
    .route({ method: "POST", path: "/conversation-views", tags: ["Conversations"], successStatus: 201 })
    .input(z.strictObject({ name: viewName, shared: z.boolean().default(false), filter: conversationFilter }))
    .output(savedView),
  remove: oc
    .route({
      method: "DELETE",
      path: "/conversation-views/{id}",
      tags: ["Conversations"],
      successStatus: 204,
    })
    .input(one)
    .output(z.undefined()),
};
