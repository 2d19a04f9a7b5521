/** Sticky notes of RapidPro's canvas as notes of ours, which the editor keeps under `editor`. */
import { textAt } from "../values.ts";
import type { RapidProFlow } from "./source.ts";

/** Canvas units. */
const SIZE = { width: 200, height: 120 };
const STEP = 240;
const ABOVE = -200;
const LONGEST = 2_000;

const COLORS: Readonly<Record<string, string>> = {
  yellow: "honey",
  green: "leaf",
  blue: "sky",
  pink: "rose",
};

export function notesOf({ _ui }: RapidProFlow): { editor?: { stickies: object[] } } {
  const stickies = Object.values(_ui?.stickies ?? {}).map((sticky, at) => ({
    id: `s${at + 1}`,
    text: [textAt(sticky, "title"), textAt(sticky, "body")].filter(Boolean).join("\n").slice(0, LONGEST),
    color: COLORS[textAt(sticky, "color")] ?? "honey",
    position: { x: at * STEP, y: ABOVE },
    ...SIZE,
  }));
  return stickies.length === 0 ? {} : { editor: { stickies } };
}
