/** Members' notes between the messages of a chat, each where it was written. Pure. */
import type { Message, Note } from "@hilo/server/contract";
import { dayName } from "../../shell/time.ts";
import type { ChatItem } from "./chat-items.ts";

export type AgentItem = ChatItem | { kind: "note"; key: string; note: Note };

/**
 * @param notes in any order
 * @param whole nothing earlier is to be loaded: else notes from before what is loaded wait for it
 */
export function withNotes(
  items: readonly ChatItem[],
  notes: readonly Note[],
  whole: boolean,
  now: Date,
): AgentItem[] {
  const first = items.find((item) => item.kind === "message")?.message;
  const waiting = [...notes]
    .filter(({ createdAt }) => whole || first === undefined || createdAt >= first.createdAt)
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  const all: AgentItem[] = [];
  const tell = (until: Message | undefined, day?: string) => {
    while (waiting[0] && (until === undefined || waiting[0].createdAt < until.createdAt)) {
      if (day !== undefined && dayName(waiting[0].createdAt, now) === day) return;
      const note = waiting.shift();
      if (note) all.push({ kind: "note", key: note.id, note });
    }
  };
  for (const [at, item] of items.entries()) {
    // Those of the days before stand above the line of the new day.
    if (item.kind === "day") tell(nextMessage(items, at), item.label);
    else tell(item.kind === "message" ? item.message : nextMessage(items, at));
    all.push(item);
  }
  tell(undefined);
  return all;
}

const nextMessage = (items: readonly ChatItem[], at: number): Message | undefined =>
  items.slice(at).find((item) => item.kind === "message")?.message;
