/** What flows do besides talking and waiting, collected by a step and saved with it. */
import type { Assignee } from "@hilo/flow-engine";

interface Done {
  at: Date;
}
export interface NoteDeed extends Done {
  kind: "note";
  id: string;
  text: string;
}
export interface EventDeed extends Done {
  kind: "event";
  id: string;
  event: string;
  value: number | null;
  properties: Readonly<Record<string, unknown>>;
  sessionId: string | null;
  flowVersionId: string | null;
  nodeId: string | null;
}
export interface VariantDeed extends Done {
  kind: "variant";
  experiment: string;
  variant: string;
}
export interface TopicDeed extends Done {
  kind: "topic";
  topic: string;
  state: "in" | "out";
}
export interface AssignDeed extends Done {
  kind: "assign";
  to: Assignee;
}
/** Whose the conversation is, and whether it is done with: what is absent stays. */
export interface DeskDeed extends Done {
  kind: "desk";
  assignee?: { userId: string | null; teamId: string | null };
  status?: "open" | "closed";
}
export type Deed = NoteDeed | EventDeed | VariantDeed | TopicDeed | AssignDeed | DeskDeed;
