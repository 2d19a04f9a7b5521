/** Socket.IO events at path /socket.io; `auth: { token }` is an API key, or the session cookie is used. */
import { z } from "zod";
import { id, messageStatus, sessionStatus } from "./common.ts";
import { note } from "./contacts.ts";
import { conversation, message } from "./conversations.ts";

/** `seq` orders events in a workspace: keep the largest seen and send it with `catch-up` after a reconnect. */
const seq = { seq: z.string() };

export const serverEvents = {
  "message:new": z.object({ ...seq, message, contactId: id }),
  /** Edited, taken back, or reacted to: the message as it is now. */
  "message:updated": z.object({ ...seq, message, contactId: id }),
  "message:status": z.object({
    ...seq,
    messageId: id,
    waMessageId: z.string().nullable(),
    status: messageStatus,
    contactId: id,
    error: z.object({ code: z.string(), message: z.string(), remedy: z.string().optional() }).nullable(),
  }),
  /** A member, or a flow, wrote something down about the contact. Not kept for catch-up. */
  "note:new": z.object({ note, contactId: id }),
  "typing:start": z.object({ contactId: id }),
  "typing:stop": z.object({ contactId: id }),
  "session:updated": z.object({
    ...seq,
    sessionId: id,
    status: sessionStatus,
    contactId: id,
    conversationId: id,
    flowId: id,
    flowVersionId: id,
    /** Where the session stands now, and the nodes and ports it passed in this step, in order. */
    nodeId: z.string().nullable(),
    path: z.array(z.object({ nodeId: z.string(), port: z.string().optional() })),
    endReason: z.string().nullable(),
  }),
  /** To every member of the workspace: a row of the list changed. */
  "conversation:updated": z.object({ ...seq, conversation }),
  /** The same of many rows, as each of them is now: where much is said, a list is told several times a second at most. */
  "conversations:updated": z.object({ ...seq, conversations: z.array(conversation) }),
  /** To who has the flow open: its draft was saved, or another version of it is published. Not kept for catch-up. */
  "flow:changed": z.object({ flowId: id, revision: z.number().int(), published: z.boolean() }),
  /** To who has the flow open: everybody who has, each tab for itself, and the step whose form is open there. */
  "flow:presence": z.object({
    flowId: id,
    people: z.array(z.object({ id: z.string(), name: z.string(), nodeId: z.string().nullable() })),
  }),
} as const;

export type ServerEventName = keyof typeof serverEvents;
export type ServerEventPayload<N extends ServerEventName> = z.infer<(typeof serverEvents)[N]>;
/** Socket.IO's typing of server → client events. */
export type ServerToClientEvents = { [N in ServerEventName]: (payload: ServerEventPayload<N>) => void };

const ackError = z.object({ error: z.string() });
export const joinAck = z.union([z.object({ ok: z.literal(true) }), ackError]);
/** The flow that is open in a tab, and the step that is selected there. Sent again when that changes. */
export const flowPlace = z.object({ flowId: id, nodeId: z.string().max(64).nullable() });
export type FlowPlace = z.infer<typeof flowPlace>;
export const catchUpRequest = z.object({ since: z.string().regex(/^\d{1,19}$/) });
/** Missed events in order. `reset: true`: too far behind, read everything anew. `seq` is where to go on from. */
export const catchUpAck = z.union([
  z.object({
    events: z.array(z.object({ event: z.string(), payload: z.record(z.string(), z.unknown()) })),
    seq: z.string(),
    reset: z.boolean(),
  }),
  ackError,
]);

export interface ClientToServerEvents {
  "join:conversation": (contactId: string, ack?: (answer: z.infer<typeof joinAck>) => void) => void;
  "leave:conversation": (contactId: string, ack?: (answer: z.infer<typeof joinAck>) => void) => void;
  "join:flow": (place: FlowPlace, ack?: (answer: z.infer<typeof joinAck>) => void) => void;
  "leave:flow": () => void;
  "catch-up": (
    request: z.infer<typeof catchUpRequest>,
    ack?: (answer: z.infer<typeof catchUpAck>) => void,
  ) => void;
}
