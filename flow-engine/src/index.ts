/** Every public export of the engine, by name. */

export {
  isOpen,
  nextOpening,
  type Schedule,
  type Span,
  scheduleSchema,
  WEEKDAYS,
  type Weekday,
} from "./calendar/schedule.ts";
export type { ChannelLimits, MediaLimits } from "./channels/channel-limits.ts";
export { type Fitted, fit, renderingOf } from "./channels/fit/fit.ts";
export { FIT_NOTE_CODES, type FitNote } from "./channels/fit/fitting.ts";
export { CHANNEL_LIMITS, type Platform } from "./channels/limits.ts";
export { type Condition, type Rendering, renderingWords } from "./channels/rendering.ts";
export { CONTENT_NAMES, RENDERINGS } from "./channels/renderings.ts";
export {
  type InboundContent,
  inboundContentSchema,
  inboundText,
  type Notice,
  type Tap,
} from "./content/inbound.ts";
export {
  type CardButton,
  type CarouselCard,
  type ContactCard,
  type ContentOf,
  type ContentType,
  type Header,
  MEDIA_KINDS,
  type Media,
  type MediaKind,
  type MessageContent,
  messageContentSchema,
  type Option,
  type Section,
  type TemplateParameters,
  wordsOf,
} from "./content/schema.ts";
export { sharedContacts } from "./content/shared-contacts.ts";
export { utf8Bytes } from "./content/utf8.ts";
export { changedContact, FIXED_FIELDS, PROFILE_FIELDS } from "./effects/changed-contact.ts";
export { type Assignee, type Effect, type EffectType, effectSchema } from "./effects/schema.ts";
export { type EngineTask, type HttpAuth, httpTaskSchema, type TaskOf, taskSchema } from "./effects/task.ts";
export type { MessageMetadata } from "./execute/inbound-content.ts";
export type { ExecutableSession } from "./execute/session-state.ts";
export { executeFlow, FlowSendMessageError, type SendMessage } from "./execute.ts";
export type { Rule } from "./expressions/conditions.ts";
export { TEMPLATE_FILTERS } from "./expressions/liquid.ts";
export {
  NOW_OPERATORS,
  OPERATOR_FACTS,
  OPERATOR_KINDS,
  OPERATORS,
  type Operator,
  type OperatorKind,
  type RightKind,
  TAG_OPERATORS,
  UNARY_OPERATORS,
} from "./expressions/operators.ts";
export { previewTemplate } from "./expressions/preview.ts";
export { readPhone, readPhoneIn } from "./expressions/read-phone.ts";
export { type CheckOptions, check } from "./flow/check/check.ts";
export { hasErrors, type Problem } from "./flow/check/problem.ts";
export { CompileError, compile, withStart } from "./flow/compile.ts";
export { portOf, portsOf } from "./flow/edge-port.ts";
export { flowJsonSchema, nodeDataJsonSchema } from "./flow/json-schema.ts";
export { bestLanguage } from "./flow/language.ts";
export { type ParsedFlow, parseFlow } from "./flow/parse.ts";
export type { Program, ProgramNode } from "./flow/program.ts";
export {
  type Edge,
  edgeSchema,
  FLOW_FORMAT,
  FLOW_MAX_EDGES,
  FLOW_MAX_NODES,
  FLOW_MAX_TRIGGERS,
  type Flow,
  type FlowInput,
  type FlowVariable,
  flowSchema,
  type NodeEnvelope,
  START_ID,
} from "./flow/schema.ts";
export type { FlowSettings, OldTap } from "./flow/settings.ts";
export {
  type Completeness,
  completeness,
  type GivenTranslation,
  type SortedTranslations,
  sortTranslations,
  type TextRow,
  translationOf,
  translationRows,
} from "./flow/translation-table.ts";
export {
  FLOW_TEXTS,
  type NodeTexts,
  SETTING_TEXTS,
  type Translations,
  translatableTexts,
} from "./flow/translations.ts";
export { importFlows, importKind } from "./import/import-flows.ts";
export {
  IMPORT_KINDS,
  ImportError,
  type ImportedFlow,
  type ImportKind,
  type ImportResult,
} from "./import/imported-flow.ts";
export { IMPORT_OUTCOMES, type ImportEntry, importEntrySchema } from "./import/report.ts";
export { type InputMessage, type Origin, originSchema } from "./inputs/message.ts";
export { type Input, inputSchema, type TaskResult } from "./inputs/schema.ts";
export type { AiClassifyData } from "./nodes/ai-classify/schema.ts";
export { type AiExtractData, EXTRACT_TYPES } from "./nodes/ai-extract/schema.ts";
export type { AiReplyData } from "./nodes/ai-reply/schema.ts";
export { AI_URL } from "./nodes/ai-task.ts";
export { ratingMarks } from "./nodes/ask/answers.ts";
export { offeredMarks } from "./nodes/ask/offered.ts";
export { ASK_KINDS, type AskData, type AskKind } from "./nodes/ask/schema.ts";
export type { AssignData } from "./nodes/assign/schema.ts";
export type { AssigneeData } from "./nodes/assignee.ts";
export type { ButtonsData } from "./nodes/buttons/schema.ts";
export type { CallFlowData } from "./nodes/call-flow/schema.ts";
export type { CarouselData } from "./nodes/carousel/schema.ts";
export { type ConditionData, isRuleGroup, type RuleGroup } from "./nodes/condition/schema.ts";
export type { ContactCardData } from "./nodes/contact-card/schema.ts";
export { type ContactFieldData, FIELD_TYPES } from "./nodes/contact-field/schema.ts";
export type { CtaUrlData } from "./nodes/cta-url/schema.ts";
export type {
  NodeGroup,
  NodeProblem,
  NodeSpec,
  Port,
  Ref,
  Silence,
} from "./nodes/define-node.ts";
export type { ForEachData } from "./nodes/for-each/schema.ts";
export { type GoToFlowData, KEEP_VARIABLES } from "./nodes/go-to-flow/schema.ts";
export type { GoToNodeData } from "./nodes/go-to-node/schema.ts";
export type { HandoffData } from "./nodes/handoff/schema.ts";
export type { HoursData } from "./nodes/hours/schema.ts";
export { type BuiltRequest, exampleRequest, requestPaths } from "./nodes/http-request/request.ts";
export type { HttpRequestData } from "./nodes/http-request/schema.ts";
export { isNodeType, NODE_SPECS, type NodeType, nodeSpec } from "./nodes/index.ts";
export type { ListData } from "./nodes/list/schema.ts";
export type { LocationData } from "./nodes/location/schema.ts";
export type { MarkReadData } from "./nodes/mark-read/schema.ts";
export type { MediaData } from "./nodes/media/schema.ts";
export { nodeProblems, nodeRefs } from "./nodes/node-facts.ts";
export type { NoteData } from "./nodes/note/schema.ts";
export { NOTIFY_WAYS, type NotifyData } from "./nodes/notify/schema.ts";
export type { OptInData } from "./nodes/opt-in/schema.ts";
export type { OptOutData } from "./nodes/opt-out/schema.ts";
export type { ProductData } from "./nodes/product/schema.ts";
export type { ReactionData } from "./nodes/reaction/schema.ts";
export { SET_OPERATIONS, SET_TYPES, type SetData, type SetOperation } from "./nodes/set/schema.ts";
export type { SplitData } from "./nodes/split/schema.ts";
export type { SwitchData } from "./nodes/switch/schema.ts";
export type { TagData } from "./nodes/tag/schema.ts";
export type { TemplateData } from "./nodes/template/schema.ts";
export type { TextField } from "./nodes/text-field.ts";
export type { TrackData } from "./nodes/track/schema.ts";
export type { TypingData } from "./nodes/typing/schema.ts";
export { WAIT_UNITS, type WaitData, type WaitUnit } from "./nodes/wait/schema.ts";
export type { WaitForWebhookData } from "./nodes/wait-for-webhook/schema.ts";
export type { WhatsappFormData } from "./nodes/whatsapp-form/schema.ts";
export { createSession } from "./session/create-session.ts";
export {
  type EndReason,
  isLiveStatus,
  type Session,
  type SessionStatus,
  sessionSchema,
  type Variables,
  variablesSchema,
} from "./session/schema.ts";
export { answerGlobalWord } from "./step/answer-global-word.ts";
export type { ChannelSnapshot, ContactSnapshot, StepContext } from "./step/context.ts";
export { RESERVED_NAMES } from "./step/environment.ts";
export { type VersionSteps, whyNotMovable } from "./step/move-to-version.ts";
export { readSaid, type SaidTexts, saidAfter } from "./step/repeats.ts";
export { type StepResult, step } from "./step/step.ts";
export { type TraceEvent, traceEventSchema } from "./trace/schema.ts";
export type { MatchMode, TriggerCandidate, TriggerEntry } from "./triggers/candidate.ts";
export { conditionsHold, type TriggerContext } from "./triggers/conditions.ts";
export { type KeywordConflict, keywordConflicts } from "./triggers/conflicts.ts";
export { contactEvents, MAX_EVENT_CHAIN } from "./triggers/contact-events.ts";
export { type Cron, nextRun, parseCron, validateCron } from "./triggers/cron.ts";
export { type DateTiming, dateReached, datesToLookFor } from "./triggers/date-reached.ts";
export { type TriggerEvent, type TriggerEventType, triggerEventSchema } from "./triggers/event.ts";
export { type ExplainedCandidate, type Explanation, explain } from "./triggers/explain.ts";
export {
  compileGlobalWords,
  DEFAULT_GLOBAL_WORDS,
  GLOBAL_WORDS,
  type GlobalWord,
  type GlobalWordSettings,
  type GlobalWords,
  globalWordsSchema,
} from "./triggers/global-words.ts";
export { matchKeyword } from "./triggers/match.ts";
export { matchesTrigger } from "./triggers/matches-trigger.ts";
export { foldText } from "./triggers/normalize.ts";
export {
  type OldTapFlow,
  type Route,
  type RouteArgs,
  type RouteTrigger,
  route,
  routeEvent,
} from "./triggers/route.ts";
export {
  KEYWORD_MODES,
  type KeywordMode,
  type KeywordTrigger,
  keywordModeSchema,
  type Trigger,
  type TriggerConditions,
  type TriggerOf,
  type TriggerType,
  triggerSchema,
  UNPROMPTED_TRIGGERS,
} from "./triggers/schema.ts";
export { buildTriggerIndex, type TriggerIndex, type TriggerMessage } from "./triggers/trigger-index.ts";
