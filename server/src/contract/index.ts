/** The API as data: one contract gives the REST routes, the OpenAPI page and the typed client. Prefix /api/v1. */
import { accountContract } from "./account.ts";
import { analyticsContract } from "./analytics.ts";
import { channelsContract } from "./channels.ts";
import { connectionsContract } from "./connections.ts";
import { contactImportsContract } from "./contact-imports.ts";
import { contactsContract } from "./contacts.ts";
import { conversationsContract, messagesContract } from "./conversations.ts";
import { cannedRepliesContract, viewsContract } from "./desk.ts";
import { eventsContract } from "./events.ts";
import { flowsContract, triggersContract } from "./flows.ts";
import { leadsContract } from "./leads.ts";
import { mediaContract } from "./media.ts";
import { operationsContract } from "./operations.ts";
import { requestsContract } from "./requests.ts";
import { segmentsContract } from "./segments.ts";
import { sessionsContract } from "./sessions.ts";
import { simulatorContract } from "./simulator.ts";
import { templatesContract } from "./templates.ts";
import { workspaceContract } from "./workspace.ts";

export const contract = {
  account: accountContract,
  analytics: analyticsContract,
  cannedReplies: cannedRepliesContract,
  channels: channelsContract,
  connections: connectionsContract,
  contactImports: contactImportsContract,
  contacts: contactsContract,
  conversations: conversationsContract,
  conversationViews: viewsContract,
  events: eventsContract,
  flows: flowsContract,
  media: mediaContract,
  leads: leadsContract,
  messages: messagesContract,
  operations: operationsContract,
  requests: requestsContract,
  segments: segmentsContract,
  sessions: sessionsContract,
  simulator: simulatorContract,
  templates: templatesContract,
  triggers: triggersContract,
  workspace: workspaceContract,
};

export type { Me, Role } from "./account.ts";
export type { Overview } from "./analytics.ts";
export { type ChannelHealth, channelHealth } from "./channel-health.ts";
export type { Channel } from "./channels.ts";
export type { ChannelChoice } from "./connections.ts";
export {
  type ContactChoice,
  type ContactCondition,
  type ContactConditionGroup,
  type ContactFilter,
  contactCondition,
  contactFilter,
  MAX_CONDITIONS,
} from "./contact-filter.ts";
export {
  type ColumnTarget,
  type ContactImport,
  type ContactImportRow,
  contactImport,
  type ImportMapping,
  type ImportReason,
  importMapping,
  MAX_IMPORT_MB,
  MAX_IMPORT_ROWS,
} from "./contact-imports.ts";
export type { Contact, ContactDetail, Note } from "./contacts.ts";
export {
  type Conversation,
  type ConversationFilter,
  conversationFilter,
  type Message,
} from "./conversations.ts";
export type { CannedReply, SavedView } from "./desk.ts";
export type {
  ExampleFlow,
  FlowDetail,
  FlowSummary,
  FlowVersion,
  ImportedFlowView,
  PublishPreview,
  TriggerExplanation,
} from "./flows.ts";
export type { Lead } from "./leads.ts";
export { type MediaFile, mediaFile } from "./media.ts";
export type { WebhookLogEntry } from "./operations.ts";
export type { TriedAnswer, TriedRequest } from "./requests.ts";
export type { Segment } from "./segments.ts";
export {
  type ChosenSessions,
  MAX_SESSIONS_AT_ONCE,
  type Session,
  type SessionsDone,
  type WhyNotDone,
} from "./sessions.ts";
export {
  type ClientToServerEvents,
  catchUpAck,
  catchUpRequest,
  type FlowPlace,
  flowPlace,
  joinAck,
  type ServerEventName,
  type ServerEventPayload,
  type ServerToClientEvents,
  serverEvents,
} from "./socket.ts";
export type { MessageTemplate, TemplateFields, TemplatePreview } from "./templates.ts";
export type { FlowTraffic, StepTraffic } from "./traffic.ts";
export type { Member, Secret, Team, Workspace } from "./workspace.ts";
