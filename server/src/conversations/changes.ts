/** What sockets are told after a drain: new messages, and where each session stands. */
import type { TraceEvent } from "@hilo/flow-engine";
import {
  type LiveEvent,
  messageChange,
  NUMBERS_OF_A_ROW,
  numbered,
  type SessionUpdate,
  sessionChange,
} from "../realtime/change-log.ts";
import type { SavedMessage } from "./saved-rows.ts";
import type { SessionStep, Work } from "./work.ts";

/** A row of the log of changes. */
export interface Note {
  workspaceId: string;
  messages: string[];
  sessions: SessionUpdate[];
}

/** One row for each workspace, as a rule: what its conversations came to. */
export function notesOf(works: readonly Work[]): Note[] {
  const notes: Note[] = [];
  const open = new Map<string, Note>();
  const roomIn = (workspaceId: string): Note => {
    const last = open.get(workspaceId);
    if (last && last.messages.length + last.sessions.length < NUMBERS_OF_A_ROW) return last;
    const note: Note = { workspaceId, messages: [], sessions: [] };
    open.set(workspaceId, note);
    notes.push(note);
    return note;
  };
  for (const work of works) {
    const { workspaceId } = work.conversation;
    for (const { id } of work.messages) roomIn(workspaceId).messages.push(id);
    for (const session of sessionUpdates(work)) roomIn(workspaceId).sessions.push(session);
  }
  return notes;
}

/** @param seqs the numbers of the notes @param saved messages that are new; what was there already is told to nobody */
export function eventsOfNotes(
  notes: readonly Note[],
  seqs: readonly string[],
  saved: readonly SavedMessage[],
): LiveEvent[] {
  const byId = new Map(saved.map(({ message }) => [message.id, message]));
  return notes.flatMap(({ workspaceId, messages, sessions }, n) =>
    numbered(seqs[n] ?? "0", [
      ...messages.map((id) => {
        const message = byId.get(id);
        return message ? messageChange(workspaceId, message) : null;
      }),
      ...sessions.map((session) => sessionChange(workspaceId, session)),
    ]),
  );
}

function sessionUpdates(work: Work): SessionUpdate[] {
  const { contact, id: conversationId } = work.conversation;
  return [...work.sessions.values()].map((row) => ({
    sessionId: row.id,
    status: row.state.status,
    contactId: contact.id,
    conversationId,
    flowId: row.flowId,
    flowVersionId: row.flowVersionId,
    nodeId: row.state.frames.at(-1)?.nodeId ?? null,
    path: work.steps.filter((step) => step.sessionId === row.id).flatMap(pathOf),
    endReason: row.state.endReason ?? null,
  }));
}

/** Nodes passed in a step with the port each was left by, in order. */
function pathOf(step: SessionStep): { nodeId: string; port?: string }[] {
  const path: { nodeId: string; port?: string }[] = [];
  for (const event of step.result.trace) visit(path, event);
  return path;
}

function visit(path: { nodeId: string; port?: string }[], event: TraceEvent): void {
  if (event.type === "node-entered" || event.type === "node-resumed") path.push({ nodeId: event.nodeId });
  if (event.type !== "port-taken") return;
  const last = path.at(-1);
  if (last?.nodeId === event.nodeId) last.port = event.port;
  else path.push({ nodeId: event.nodeId, port: event.port });
}
