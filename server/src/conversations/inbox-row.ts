/** Inbox rows as the drain reads them, and what each kind carries. */
import { inputSchema, messageContentSchema, variablesSchema } from "@hilo/flow-engine";
import { z } from "zod";
import { PAYLOAD_SCHEMAS } from "../channels/channel.ts";
import { storable } from "./storable.ts";

export interface InboxRow {
  workspaceId: string;
  /** Bigint as text; orders the work. */
  id: string;
  channelId: string;
  kind: string;
  shard: number;
  externalId: string;
  payload: unknown;
  receivedAt: Date;
  /** Times that a process took it which was not there when it came. */
  attempts: number;
}

const timerInput = z.object({
  sessionId: z.uuid(),
  waitId: z.string(),
  purpose: z.enum(["timeout", "wake", "expiry"]),
});
const taskInput = z.object({ sessionId: z.uuid(), waitId: z.string(), result: z.unknown() });

const deliveryInput = z.object({
  sessionId: z.uuid(),
  effectId: z.string(),
  status: z.enum(["sent", "failed"]),
  code: z.string().nullable(),
  message: z.string().nullable(),
});
const webhookInput = z.object({ sessionId: z.uuid(), body: z.unknown() });

export const agentActionSchema = z.discriminatedUnion("action", [
  z.object({ action: z.literal("take-over"), userId: z.string().nullable() }),
  z.object({
    action: z.literal("hand-back"),
    userId: z.string().nullable(),
    /** Only while the conversation is still lent until then: nobody has taken it meanwhile. */
    lentUntil: z.iso.datetime().optional(),
  }),
  z.object({ action: z.literal("end-session"), sessionId: z.uuid(), reason: z.string().optional() }),
  /** Its flow was published anew: it goes on in that version, if its step is still there. */
  z.object({ action: z.literal("move-session"), sessionId: z.uuid(), flowVersionId: z.uuid() }),
  /** The same, from the beginning. */
  z.object({
    action: z.literal("restart-session"),
    sessionId: z.uuid(),
    flowId: z.uuid(),
    flowVersionId: z.uuid(),
  }),
  /** Whose it is; null: nobody's. Who answers, bot or human, stays as it is. */
  z.object({ action: z.literal("assign"), assigneeId: z.string().nullable(), teamId: z.uuid().nullable() }),
  /** Done with: out of the way until the customer writes again. The bot has it then. */
  z.object({ action: z.literal("close") }),
  z.object({ action: z.literal("reopen") }),
  /** The bot has it and begins there, whatever ran before. */
  z.object({ action: z.literal("start-flow"), flowId: z.uuid(), flowVersionId: z.uuid() }),
  z.object({
    action: z.literal("send"),
    userId: z.string().nullable(),
    clientKey: z.string(),
    content: messageContentSchema,
    /** A comment that this answers in private. */
    commentId: z.string().max(200).optional(),
  }),
]);
export type AgentAction = z.infer<typeof agentActionSchema>;

const startPayload = z.object({
  flowId: z.uuid(),
  flowVersionId: z.uuid(),
  cause: z.enum(["manual", "api"]),
  /** A try from the middle: the node to begin at, and what the flow remembers by then. */
  nodeId: z.string().optional(),
  vars: variablesSchema.optional(),
});

/** About a person or a message that has to be there already: nobody's conversation begins with it. */
export const saysNothingNew = ({ kind }: Pick<InboxRow, "kind">): boolean =>
  kind === "watermark" || kind === "revision" || kind === "identity";

/** A row's payload, parsed once here. Throws ZodError: the row is quarantined with its words. */
export function readRow({ kind, payload: raw }: InboxRow) {
  const payload = storable(raw);
  switch (kind) {
    case "message":
      return { kind: "message" as const, ...PAYLOAD_SCHEMAS.message.parse(payload) };
    case "timer":
      return { kind: "timer" as const, ...timerInput.parse(payload) };
    case "task-result": {
      const { sessionId, waitId, result } = taskInput.parse(payload);
      return {
        kind: "session-input" as const,
        sessionId,
        input: inputSchema.parse({ type: "task-result", waitId, result }),
      };
    }
    case "delivery": {
      const { sessionId, effectId, status, code, message } = deliveryInput.parse(payload);
      const why = { ...(code === null ? {} : { code }), ...(message === null ? {} : { message }) };
      const input = inputSchema.parse({ type: "delivery", effectId, status, ...why });
      return { kind: "session-input" as const, sessionId, input };
    }
    case "webhook": {
      const { sessionId, body } = webhookInput.parse(payload);
      return {
        kind: "session-input" as const,
        sessionId,
        input: inputSchema.parse({ type: "webhook", body }),
      };
    }
    case "event":
      return { kind: "event" as const, about: PAYLOAD_SCHEMAS.event.parse(payload) };
    case "echo":
      return { kind: "echo" as const, echo: PAYLOAD_SCHEMAS.echo.parse(payload) };
    case "revision":
      return { kind: "revision" as const, revision: PAYLOAD_SCHEMAS.revision.parse(payload) };
    case "watermark":
      return { kind: "watermark" as const, watermark: PAYLOAD_SCHEMAS.watermark.parse(payload) };
    case "identity":
      return { kind: "identity" as const, identity: PAYLOAD_SCHEMAS.identity.parse(payload) };
    case "preference":
      return { kind: "preference" as const, ...PAYLOAD_SCHEMAS.preference.parse(payload) };
    case "agent":
      return { kind: "agent" as const, action: agentActionSchema.parse(payload) };
    case "start":
      return { kind: "start" as const, ...startPayload.parse(payload) };
    default:
      return { kind: "other" as const };
  }
}
