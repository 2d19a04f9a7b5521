/** Conversations, their messages, and the hand on the wheel: bot or human. */
import { FIT_NOTE_CODES, messageContentSchema } from "@hilo/flow-engine";
import { oc } from "@orpc/contract";
import { z } from "zod";
import {
  foreignName,
  id,
  messageStatus,
  pageOf,
  pageQuery,
  platform,
  sessionStatus,
  timestamp,
} from "./common.ts";

export const conversation = z.object({
  id,
  contact: z.object({
    id,
    name: z.string().nullable(),
    phone: z.string().nullable(),
    tags: z.array(z.string()),
  }),
  channel: z.object({ id, name: z.string(), platform }),
  mode: z.enum(["Bot", "Human"]),
  /** Closed: done with, until the customer writes again. */
  status: z.enum(["open", "closed"]),
  assignee: z.object({ id: z.string(), name: z.string() }).nullable(),
  team: z.object({ id, name: z.string() }).nullable(),
  unread: z.number().int(),
  lastMessage: z.object({ preview: z.string(), direction: z.enum(["in", "out"]), at: timestamp }).nullable(),
  /** When free text stops being allowed; null when the customer never wrote. */
  windowExpiresAt: timestamp.nullable(),
  /** WhatsApp: until when messages cost nothing, because the customer came by an ad. */
  freeEntryExpiresAt: timestamp.nullable().optional(),
  /** Somebody answered outside Hilo: the bot has the conversation again then. */
  humanUntil: timestamp.nullable().optional(),
  session: z
    .object({
      id,
      status: sessionStatus,
      flowId: id,
      flowName: z.string(),
      flowVersionId: id,
      nodeId: z.string().nullable(),
    })
    .nullable(),
  createdAt: timestamp,
});
export type Conversation = z.infer<typeof conversation>;

const fitNote = z.object({
  code: z.enum(FIT_NOTE_CODES),
  message: z.string(),
  /** Characters that there is room for. */
  max: z.number().optional(),
  /** What it is shown as. */
  as: z.string().optional(),
});

export const message = z.object({
  id,
  /** Orders messages inside a conversation. */
  seq: z.string(),
  conversationId: id,
  contactId: id,
  direction: z.enum(["in", "out"]),
  author: z.enum(["customer", "bot", "agent", "system", "echo"]),
  /** Inbound: what the customer sent (InboundContent). Outbound: what was said (MessageContent). */
  content: z.record(z.string(), z.unknown()),
  status: messageStatus,
  waMessageId: z.string().nullable(),
  error: z
    .object({
      code: z.string(),
      class: z.string().optional(),
      message: z.string(),
      remedy: z.string().optional(),
    })
    .nullable(),
  /** Why the bot said it. */
  cause: z.object({ sessionId: id, nodeId: z.string().nullable(), flowVersionId: id.nullable() }).nullable(),
  createdAt: timestamp,
  /** When its writer wrote it, by the platform's clock. */
  writtenAt: timestamp.optional(),
  editedAt: timestamp.optional(),
  /** Taken back by its writer: what it said is gone. */
  deletedAt: timestamp.optional(),
  /** What it said before it was edited, oldest first. */
  revisions: z.array(z.object({ content: z.record(z.string(), z.unknown()), at: z.string() })).optional(),
  /** The customer's emoji on it. */
  reaction: z.string().optional(),
  /** The comment that it answers in private. */
  commentId: z.string().optional(),
  /** `waMessageId` of the message that it answers, quotes or was tapped on. */
  replyTo: z.string().optional(),
  /** In the simulator: what was changed so that the platform takes it. */
  fitNotes: z.array(fitNote).optional(),
});
export type Message = z.infer<typeof message>;

const one = z.object({ id });

/** Which conversations a list shows: all that is given has to fit. */
const conversationFilterParts = {
  status: z.enum(["open", "closed"]).optional(),
  mode: z.enum(["Bot", "Human"]).optional(),
  /** A member's id, `me`, or `none`. */
  assignee: foreignName.max(64).optional(),
  teamId: id.optional(),
  channelId: id.optional(),
  tag: foreignName.max(60).optional(),
  /** The flow that they are in now. */
  flowId: id.optional(),
  /** In the name, the number or the last message. */
  search: foreignName.max(100).optional(),
};
/** As it is saved under a name. */
export const conversationFilter = z.strictObject({
  ...conversationFilterParts,
  unread: z.boolean().optional(),
  mentioned: z.boolean().optional(),
});
export type ConversationFilter = z.infer<typeof conversationFilter>;

export const conversationsContract = {
  list: oc
    .route({ method: "GET", path: "/conversations", tags: ["Conversations"] })
    .input(
      pageQuery.extend({
        ...conversationFilterParts,
        unread: z.stringbool().optional(),
        /** With a note in which you are named and that you have not looked at. */
        mentioned: z.stringbool().optional(),
      }),
    )
    .output(pageOf(conversation)),
  /** Of those that are open, 100 at most of each. */
  counts: oc.route({ method: "GET", path: "/conversations/counts", tags: ["Conversations"] }).output(
    z.object({
      /** Wait for a person, and nobody has them. */
      waiting: z.number().int(),
      /** Yours. */
      mine: z.number().int(),
      /** With a note in which you are named and that you have not looked at; closed ones too. */
      mentioned: z.number().int(),
    }),
  ),
  get: oc
    .route({ method: "GET", path: "/conversations/{id}", tags: ["Conversations"] })
    .input(one)
    .output(conversation),
  /** Newest first. */
  messages: oc
    .route({ method: "GET", path: "/conversations/{id}/messages", tags: ["Conversations"] })
    .input(pageQuery.extend({ id }))
    .output(pageOf(message)),
  /**
   * Closes it or opens it again, and says whose it is: what is not given stays. Closing hands it back to the bot, and to
   * nobody. A member who is given one does not take over by that: the bot goes on until they do.
   */
  update: oc
    .route({ method: "PATCH", path: "/conversations/{id}", tags: ["Conversations"] })
    .input(
      z.strictObject({
        id,
        status: z.enum(["open", "closed"]).optional(),
        /** A member's id, or null. */
        assigneeId: foreignName.max(64).nullable().optional(),
        teamId: id.nullable().optional(),
      }),
    )
    .output(conversation),
  /** The bot has it, and begins this flow; a session under way ends. */
  startFlow: oc
    .route({ method: "POST", path: "/conversations/{id}/start-flow", tags: ["Conversations"] })
    .input(z.strictObject({ id, flowId: id }))
    .output(conversation),
  takeOver: oc
    .route({ method: "POST", path: "/conversations/{id}/take-over", tags: ["Conversations"] })
    .input(one)
    .output(conversation),
  handBack: oc
    .route({ method: "POST", path: "/conversations/{id}/hand-back", tags: ["Conversations"] })
    .input(one)
    .output(conversation),
  read: oc
    .route({ method: "POST", path: "/conversations/{id}/read", tags: ["Conversations"] })
    .input(one)
    .output(conversation),
};

export const messagesContract = {
  /** The same `clientKey` twice sends once. */
  send: oc
    .route({ method: "POST", path: "/messages/send", tags: ["Messages"], successStatus: 202 })
    .input(
      z.strictObject({
        conversationId: id.optional(),
        channelId: id.optional(),
        /** With `channelId`: the customer's number (E.164) or platform id. */
        to: foreignName.max(128).optional(),
        content: messageContentSchema,
        /** Messenger and Instagram: a comment of the last seven days that this answers in private, once. */
        commentId: foreignName.max(200).optional(),
        clientKey: foreignName.min(8).max(100).optional(),
      }),
    )
    .output(message),
};
