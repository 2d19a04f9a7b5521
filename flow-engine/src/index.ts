/** Every public export of the engine, by name. */

export { type InboundContent, inboundContentSchema, inboundText } from "./content/inbound.ts";
export { type MessageContent, messageContentSchema } from "./content/schema.ts";
export { type Effect, type EffectType, type EngineTask, effectSchema } from "./effects/schema.ts";
export { CompileError, compile, withStart } from "./flow/compile.ts";
export type { Program, ProgramNode } from "./flow/program.ts";
export {
  type Edge,
  edgeSchema,
  FLOW_FORMAT,
  type Flow,
  type FlowInput,
  flowSchema,
  type NodeEnvelope,
  START_ID,
} from "./flow/schema.ts";
export { type Input, inputSchema } from "./inputs/schema.ts";
export { isNodeType, NODE_SPECS, type NodeType, nodeSpec } from "./nodes/index.ts";
export { createSession } from "./session/create-session.ts";
export { type Session, type SessionStatus, sessionSchema } from "./session/schema.ts";
export type { ChannelSnapshot, ContactSnapshot, StepContext } from "./step/context.ts";
export { type StepResult, step } from "./step/step.ts";
export { type TraceEvent, traceEventSchema } from "./trace/schema.ts";
export type { MatchMode, TriggerCandidate, TriggerEntry } from "./triggers/candidate.ts";
export type { TriggerContext } from "./triggers/conditions.ts";
export { type ExplainedCandidate, type Explanation, explain } from "./triggers/explain.ts";
export { matchKeyword } from "./triggers/match.ts";
export { matchesTrigger } from "./triggers/matches-trigger.ts";
export { foldText } from "./triggers/normalize.ts";
export { type OldTapFlow, type Route, type RouteArgs, type RouteTrigger, route } from "./triggers/route.ts";
export {
  KEYWORD_MODES,
  type KeywordMode,
  type KeywordTrigger,
  type Trigger,
  type TriggerConditions,
  triggerSchema,
} from "./triggers/schema.ts";
export { buildTriggerIndex, type TriggerIndex, type TriggerMessage } from "./triggers/trigger-index.ts";
