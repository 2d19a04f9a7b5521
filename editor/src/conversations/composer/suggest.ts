/** What fits to what is being typed: canned replies after a slash, members after an @. Pure. */
import { foldText } from "@hilo/flow-engine";

export interface Suggestion {
  key: string;
  label: string;
  detail?: string;
  /** Takes the place of what was typed. */
  insert: string;
}

export interface Suggestions {
  /** Where what was typed begins. */
  from: number;
  options: readonly Suggestion[];
}

/** More nobody reads while typing. */
const SHOWN = 8;

/** A slash at the very beginning, and the part of a word after it. */
const SLASH = /^\/([^\s/]*)$/;
/** An @ where a word begins, and what follows it; names have spaces. */
const AT = /(?:^|\s)@([^@\n]{0,40})$/;

/** @param fill the reply as it is written here */
export function cannedAt(
  text: string,
  caret: number,
  replies: readonly { id: string; shortcut: string; text: string }[],
  fill: (text: string) => string,
): Suggestions | null {
  const typed = SLASH.exec(text.slice(0, caret))?.[1];
  if (typed === undefined) return null;
  const wanted = foldText(typed);
  const starting = replies.filter(({ shortcut }) => foldText(shortcut).startsWith(wanted));
  const holding = replies.filter(
    (reply) => !starting.includes(reply) && foldText(reply.text).includes(wanted),
  );
  const options = [...starting, ...holding].slice(0, SHOWN).map((reply) => {
    const insert = fill(reply.text);
    return { key: reply.id, label: `/${reply.shortcut}`, detail: insert, insert };
  });
  return options.length === 0 ? null : { from: 0, options };
}

export function mentionAt(
  text: string,
  caret: number,
  members: readonly { id: string; name: string }[],
): Suggestions | null {
  const before = text.slice(0, caret);
  const typed = AT.exec(before)?.[1];
  if (typed === undefined) return null;
  const wanted = foldText(typed);
  const options = members
    .filter(({ name }) => foldText(name).startsWith(wanted))
    .slice(0, SHOWN)
    .map(({ id, name }) => ({ key: id, label: name, insert: `@${name} ` }));
  return options.length === 0 ? null : { from: before.length - typed.length - 1, options };
}

/** The text with the suggestion in it, and where the cursor stands then. */
export function accepted(
  text: string,
  caret: number,
  { from }: Suggestions,
  { insert }: Suggestion,
): { text: string; caret: number } {
  return { text: text.slice(0, from) + insert + text.slice(caret), caret: from + insert.length };
}
