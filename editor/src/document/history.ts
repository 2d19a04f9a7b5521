/** Undo and redo: whole documents, which share all that did not change, with the name of each step. */
import { applyCommand, COMMAND_TITLES, type Command } from "./commands/index.ts";
import type { FlowDocument } from "./flow-document.ts";

interface Step {
  title: string;
  /** The document on the other side of the step. */
  doc: FlowDocument;
}

export interface History {
  readonly past: readonly Step[];
  readonly present: FlowDocument;
  readonly future: readonly Step[];
  /** What the last step edited and when, so that a burst of typing is one step. */
  readonly burst: { key: string; at: number } | null;
}

/** Steps that can be undone; each costs only what it changed. */
const MAX_STEPS = 200;
/** A pause in typing after which undo gets a new step. */
const BURST_MS = 1_000;

export function newHistory(doc: FlowDocument): History {
  return { past: [], present: doc, future: [], burst: null };
}

/** @param now milliseconds since the epoch */
export function run(history: History, command: Command, now: number): History {
  const doc = applyCommand(history.present, command);
  if (doc === history.present) return history;
  const key = burstKey(command);
  const burst = key === null ? null : { key, at: now };
  const last = history.burst;
  const goesOn = key !== null && last?.key === key && now - last.at < BURST_MS && history.past.length > 0;
  if (goesOn) return { past: history.past, present: doc, future: [], burst };
  const step = { title: COMMAND_TITLES[command.type], doc: history.present };
  return { past: [...history.past, step].slice(-MAX_STEPS), present: doc, future: [], burst };
}

/** Another document in place of the present one, as one step with its own name. */
export function takeOver(history: History, doc: FlowDocument, title: string): History {
  const past = [...history.past, { title, doc: history.present }].slice(-MAX_STEPS);
  return { past, present: doc, future: [], burst: null };
}

export function undo(history: History): History {
  const step = history.past.at(-1);
  if (!step) return history;
  return {
    past: history.past.slice(0, -1),
    present: step.doc,
    future: [{ title: step.title, doc: history.present }, ...history.future],
    burst: null,
  };
}

export function redo(history: History): History {
  const [step, ...future] = history.future;
  if (!step) return history;
  const past = [...history.past, { title: step.title, doc: history.present }];
  return { past, present: step.doc, future, burst: null };
}

/** Typing into the same thing merges; adding, moving and connecting never do. */
function burstKey({ type, args }: Command): string | null {
  switch (type) {
    case "update-data":
    case "rename-node":
      return `${type} ${args.nodeId}`;
    case "set-translations": {
      const [only, ...others] = args.texts;
      return only && others.length === 0 ? `${type} ${only.language} ${only.nodeId} ${only.key}` : null;
    }
    case "edit-sticky":
    case "edit-group":
      return `${type} ${args.id}`;
    case "set-settings":
    case "set-triggers":
    case "rename-flow":
      return type;
    default:
      return null;
  }
}
