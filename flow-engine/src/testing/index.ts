/** `@hilo/flow-engine/testing`: flows in few words, a conversation in memory, transcripts as tests. */

export { contentInWords } from "./content-in-words.ts";
export { Conversation, type ConversationOptions, type SentMessage } from "./conversation.ts";
export { parseDuration } from "./duration.ts";
export { type FlowSketch, makeFlow } from "./make-flow.ts";
export { playTranscript, type TranscriptResult } from "./play-transcript.ts";
export { recordTranscript, type SaidInChat } from "./record-transcript.ts";
export {
  TRANSCRIPT_FORMAT,
  type Transcript,
  type TranscriptStep,
  transcriptSchema,
} from "./transcript-schema.ts";
