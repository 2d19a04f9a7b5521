/** The API as data: one contract gives the REST routes, the OpenAPI page and the typed client. Prefix /api/v1. */
import { accountContract } from "./account.ts";
import { channelsContract } from "./channels.ts";
import { contactsContract } from "./contacts.ts";
import { conversationsContract, messagesContract } from "./conversations.ts";
import { eventsContract } from "./events.ts";
import { flowsContract, triggersContract } from "./flows.ts";
import { operationsContract } from "./operations.ts";
import { sessionsContract } from "./sessions.ts";
import { simulatorContract } from "./simulator.ts";

export const contract = {
  account: accountContract,
  channels: channelsContract,
  contacts: contactsContract,
  conversations: conversationsContract,
  events: eventsContract,
  flows: flowsContract,
  messages: messagesContract,
  operations: operationsContract,
  sessions: sessionsContract,
  simulator: simulatorContract,
  triggers: triggersContract,
};

export type { Me, Role } from "./account.ts";
export type { Channel } from "./channels.ts";
export type { Contact } from "./contacts.ts";
export type { Conversation, Message } from "./conversations.ts";
export type { ExampleFlow, FlowDetail, FlowSummary, ImportedFlowView, TriggerExplanation } from "./flows.ts";
export type { Session } from "./sessions.ts";
export {
  type ClientToServerEvents,
  catchUpAck,
  catchUpRequest,
  joinAck,
  type ServerEventName,
  type ServerEventPayload,
  type ServerToClientEvents,
  serverEvents,
} from "./socket.ts";
