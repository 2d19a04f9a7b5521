/** Puts steps where the source drew what they come from, spread out so that none lies on another. */
import type { FlowDraft } from "./flow-draft.ts";

/** Something drawn in the source: how far along the conversation, how far across it, and the steps it became. */
export interface Drawn {
  along: number;
  across: number;
  steps: readonly string[];
}

/** What is drawn within so many pixels stands in one column. */
const COLUMN = 100;
/** A card's width with the room beside it. */
const STEP_WIDTH = 340;

/** @param stretch our cards are higher than those of the source, so many times */
export function placeSteps(draft: FlowDraft, drawn: readonly Drawn[], stretch: number): void {
  const columns = new Map<number, Drawn[]>();
  for (const one of drawn) {
    const column = Math.floor(one.along / COLUMN);
    columns.set(column, [...(columns.get(column) ?? []), one]);
  }
  let x = STEP_WIDTH;
  for (const column of [...columns.keys()].sort((a, b) => a - b)) {
    const inColumn = columns.get(column) ?? [];
    for (const { across, steps } of inColumn)
      for (const [at, step] of steps.entries())
        draft.place(step, { x: x + at * STEP_WIDTH, y: across * stretch });
    x += STEP_WIDTH * Math.max(0, ...inColumn.map(({ steps }) => steps.length));
  }
}
