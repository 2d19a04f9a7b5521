/** What lies on the canvas beside the steps: sticky notes, groups, comments. Kept under `editor`, which the engine ignores. */
import { z } from "zod";
import type { FlowDocument } from "./flow-document.ts";

export const STICKY_TEXT_MAX = 2_000;
export const COMMENT_TEXT_MAX = 1_000;
export const GROUP_TITLE_MAX = 60;
export const BOARD_COLORS = ["honey", "leaf", "sky", "rose"] as const;
const color = z.enum(BOARD_COLORS).catch("honey");

export const stickySchema = z.looseObject({
  id: z.string(),
  text: z.string(),
  color,
  /** Canvas units. */
  position: z.object({ x: z.number(), y: z.number() }),
  width: z.number().default(200),
  height: z.number().default(120),
});
const groupSchema = z.looseObject({
  id: z.string(),
  title: z.string(),
  color,
  /** Its steps; the frame is drawn around them. */
  nodeIds: z.array(z.string()),
});
const commentSchema = z.looseObject({
  id: z.string(),
  nodeId: z.string(),
  author: z.string(),
  /** ISO 8601. */
  at: z.string(),
  text: z.string(),
  done: z.boolean().optional(),
});

/**
 * @example
 * { "stickies": [{ "id": "s1", "text": "Ask sales", "color": "honey", "position": { "x": 0, "y": 0 }, "width": 200, "height": 120 }],
 *   "groups": [{ "id": "g1", "title": "Returns", "color": "sky", "nodeIds": ["n1", "n2"] }],
 *   "comments": [{ "id": "c1", "nodeId": "n1", "author": "Ana", "at": "2026-01-01T00:00:00.000Z", "text": "Shorter?" }] }
 */
const boardSchema = z.looseObject({
  stickies: z.array(stickySchema).catch([]),
  groups: z.array(groupSchema).catch([]),
  comments: z.array(commentSchema).catch([]),
});

export type Sticky = z.infer<typeof stickySchema>;
export type Group = z.infer<typeof groupSchema>;
export type Comment = z.infer<typeof commentSchema>;
export type Board = z.infer<typeof boardSchema>;
export type BoardColor = (typeof BOARD_COLORS)[number];

const EMPTY: Board = { stickies: [], groups: [], comments: [] };
const read = new WeakMap<object, Board>();

/** The same object as long as the document's does not change. */
export function boardOf(doc: FlowDocument): Board {
  const { editor } = doc;
  if (typeof editor !== "object" || editor === null) return EMPTY;
  const cached = read.get(editor);
  if (cached) return cached;
  const parsed = boardSchema.safeParse({ ...EMPTY, ...editor });
  const board = parsed.success ? parsed.data : EMPTY;
  read.set(editor, board);
  return board;
}

export function withBoard(doc: FlowDocument, change: Partial<Board>): FlowDocument {
  return { ...doc, editor: { ...boardOf(doc), ...change } };
}

/** The board without what belonged to steps that are gone; the same document when nothing did. */
export function withoutOrphans(doc: FlowDocument): FlowDocument {
  const { groups, comments } = boardOf(doc);
  if (groups.length + comments.length === 0) return doc;
  const there = new Set(doc.nodes.map((node) => node.id));
  const shrunk = groups.map((group) =>
    group.nodeIds.every((id) => there.has(id))
      ? group
      : { ...group, nodeIds: group.nodeIds.filter((id) => there.has(id)) },
  );
  const kept = shrunk.filter((group) => group.nodeIds.length > 0);
  const said = comments.filter((comment) => there.has(comment.nodeId));
  const same = said.length === comments.length && kept.length === groups.length;
  if (same && kept.every((group, i) => group === groups[i])) return doc;
  return withBoard(doc, { groups: kept, comments: said });
}

/** `s1`, `g1`, `c1`, …: the lowest number above all there are. */
export function nextBoardId(doc: FlowDocument, letter: "s" | "g" | "c"): string {
  const { stickies, groups, comments } = boardOf(doc);
  const ids = [...stickies, ...groups, ...comments].map((item) => item.id);
  const numbers = ids.filter((id) => id[0] === letter).map((id) => Number(id.slice(1)));
  return `${letter}${Math.max(0, ...numbers.filter(Number.isSafeInteger)) + 1}`;
}
