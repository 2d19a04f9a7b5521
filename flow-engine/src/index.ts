/** Every public export of the engine, by name. */
export { compile, CompileError, withStart } from "./flow/compile.ts";
export type { Program, ProgramNode } from "./flow/program.ts";
export { type Edge, edgeSchema, type Flow, FLOW_FORMAT, type FlowInput, flowSchema, type NodeEnvelope, START_ID } from "./flow/schema.ts";
export { createSession } from "./session/create-session.ts";
export { type Session, sessionSchema, type SessionStatus } from "./session/schema.ts";
export { step, type StepResult } from "./step/step.ts";
export type { ChannelSnapshot, ContactSnapshot, StepContext } from "./step/context.ts";
export { type Effect, effectSchema, type EngineTask, type EffectType } from "./effects/schema.ts";
export { type Input, inputSchema } from "./inputs/schema.ts";
export { type TraceEvent, traceEventSchema } from "./trace/schema.ts";
export { type MessageContent, messageContentSchema } from "./content/schema.ts";
export { type InboundContent, inboundContentSchema, inboundText } from "./content/inbound.ts";
export { isNodeType, NODE_SPECS, nodeSpec, type NodeType } from "./nodes/index.ts";
