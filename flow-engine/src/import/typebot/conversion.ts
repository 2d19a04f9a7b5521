/** What every block's converter is given, and what it gives back. */

import type { Exit, FlowDraft } from "../flow-draft.ts";
import type { ImportReport } from "../report.ts";
import type { TypebotBlock, TypebotItem } from "./source.ts";
import type { TypebotTexts } from "./texts.ts";

/** Steps that a block became: where they begin, and the ways out that go on with the next block. */
export interface Piece {
  entry: string;
  exits: Exit[];
}

/** Where a way out leads: along an edge of the source, when it has one. */
export interface Branch {
  exit: Exit;
  edgeId: string | null | undefined;
}

export interface Conversion {
  draft: FlowDraft;
  report: ImportReport;
  texts: TypebotTexts;
  /** A text bubble before the block that its question takes over. */
  takeQuestion(): { text: string; block: TypebotBlock } | null;
  /** Remembers a way out that follows an edge, or else goes on with the block's own. */
  branch(branch: Branch): void;
  /** The group's title, for its first step. */
  nextName(): string;
}

export type Convert = (conversion: Conversion, block: TypebotBlock) => Piece | null;

/** Adds one step for the block and says so. */
export function onlyStep(
  { draft, report, nextName }: Conversion,
  block: TypebotBlock,
  [type, data]: [type: string, data: Record<string, unknown>],
  changes: readonly string[] = [],
): Piece {
  const node = draft.add(type, data, nextName());
  if (changes.length === 0) report.carried(block, node);
  for (const change of changes) report.changed(block, change, node);
  return { entry: node, exits: [{ node, port: "next" }] };
}

/** The question's words: of the bubble before it, or some of its own, which is reported. */
export function questionText(
  { takeQuestion, texts, report }: Conversion,
  fallback: string,
): { text: string; changes: string[]; settle(nodeId: string): void } {
  const held = takeQuestion();
  if (!held) {
    const changes = [`It had no words of its own, so it asks “${fallback}”. Write the question.`];
    return { text: fallback, changes, settle: () => {} };
  }
  const { text, notes } = texts.convert(held.text);
  const settle = (nodeId: string) => {
    if (notes.length === 0) report.carried(held.block, nodeId);
    for (const note of notes) report.changed(held.block, note, nodeId);
  };
  return { text: text.trim() === "" ? fallback : text, changes: [], settle };
}

/** The words of a choice: a text, or of a picture its title. */
export function itemTitle({ content, title, description }: TypebotItem): string {
  return typeof content === "string" ? content : (title ?? description ?? "");
}
