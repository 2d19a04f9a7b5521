/** All that can be done on the canvas: one list for the keyboard, the command palette and the sheet of shortcuts. */
import type { ReactFlowInstance } from "@xyflow/react";
import { type Alignment, aligned } from "../document/align.ts";
import { findNode } from "../document/flow-document.ts";
import type { FlowActions, FlowState, FlowStore } from "../document/flow-store.ts";
import type { Size } from "../document/lay-out.ts";
import { FIT, QUICK } from "./view-moves.ts";
import { type Direction, walk } from "./walk.ts";

/** What an action may use. */
export interface CanvasTools {
  store: FlowStore;
  view: Pick<ReactFlowInstance, "fitView" | "zoomIn" | "zoomOut" | "zoomTo">;
  sizes: ReadonlyMap<string, Size>;
  /** Opens what asks for more. */
  open(what: "add" | "replace" | "connect" | "search" | "palette" | "shortcuts"): void;
  addNote(): void;
  tidyUp(): void;
  toggleMap(): void;
}

export interface CanvasAction {
  id: string;
  title: string;
  section: "Steps" | "Selection" | "Edit" | "View";
  /** `mod` is ⌘ on a Mac, Ctrl elsewhere; the first one is shown. None: only in the palette. */
  keys: readonly string[];
  /** Left to the browser's own events; only listed here. */
  byBrowser?: boolean;
  /** Changes the flow: not offered while it is only looked at. */
  changes: boolean;
  when?(state: FlowState & FlowActions): boolean;
  run(tools: CanvasTools): void;
}

function inSection(
  section: CanvasAction["section"],
  changes: boolean,
  actions: readonly Omit<CanvasAction, "section" | "changes">[],
): CanvasAction[] {
  return actions.map((action) => ({ ...action, section, changes }));
}

const some = ({ selection }: FlowState) => selection.nodes.size + selection.edges.size > 0;
const steps = ({ selection, history }: FlowState) =>
  [...selection.nodes].filter((id) => findNode(history.present, id));
const oneStep = (state: FlowState) => state.selection.nodes.size === 1 && steps(state).length === 1;
const oneReplaceable = (state: FlowState) => oneStep(state) && !state.selection.nodes.has("start");

const STEPS = inSection("Steps", true, [
  { id: "add", title: "Add a step", keys: ["/"], run: ({ open }) => open("add") },
  {
    id: "connect",
    title: "Lead to another step",
    keys: ["c"],
    when: oneStep,
    run: ({ open }) => open("connect"),
  },
  {
    id: "replace",
    title: "Replace by another type",
    keys: ["r"],
    when: oneReplaceable,
    run: ({ open }) => open("replace"),
  },
  { id: "note", title: "Add a note", keys: ["n"], run: ({ addNote }) => addNote() },
]);

const EDIT = inSection("Edit", true, [
  { id: "undo", title: "Undo", keys: ["mod+z"], run: ({ store }) => store.getState().undo() },
  { id: "redo", title: "Redo", keys: ["mod+shift+z", "mod+y"], run: ({ store }) => store.getState().redo() },
  { id: "copy", title: "Copy", keys: ["mod+c"], byBrowser: true, when: some, run: () => {} },
  { id: "cut", title: "Cut", keys: ["mod+x"], byBrowser: true, when: some, run: () => {} },
  {
    id: "paste",
    title: "Paste, also from another flow or window",
    keys: ["mod+v"],
    byBrowser: true,
    run: () => {},
  },
  {
    id: "duplicate",
    title: "Duplicate",
    keys: ["mod+d"],
    when: some,
    run: ({ store }) => store.getState().duplicateSelected(),
  },
  {
    id: "delete",
    title: "Delete",
    keys: ["delete", "backspace"],
    when: some,
    run: ({ store }) => store.getState().removeSelected(),
  },
]);

export const ALIGNMENT_TITLES: Record<Alignment, string> = {
  left: "Align left edges",
  center: "Align centers",
  right: "Align right edges",
  top: "Align top edges",
  middle: "Align middles",
  bottom: "Align bottom edges",
  across: "Spread evenly across",
  down: "Spread evenly down",
};

function alignment(how: Alignment): CanvasAction {
  return {
    id: `align-${how}`,
    title: ALIGNMENT_TITLES[how],
    section: "Selection",
    keys: [],
    changes: true,
    when: (state) => steps(state).length > 1,
    run: ({ store, sizes }) => {
      const { history, selection, run } = store.getState();
      run({ type: "align", args: { positions: aligned(history.present, selection.nodes, sizes, how) } });
    },
  };
}

/** Canvas units of one nudge: the grid's. */
const NUDGE = 8;
const WAYS: Record<Direction, { x: number; y: number }> = {
  left: { x: -NUDGE, y: 0 },
  right: { x: NUDGE, y: 0 },
  up: { x: 0, y: -NUDGE },
  down: { x: 0, y: NUDGE },
};
const GO_TITLES: Record<Direction, string> = {
  left: "Go to the step on the left",
  right: "Go to the step on the right",
  up: "Go to the step above",
  down: "Go to the step below",
};
const NUDGE_TITLES: Record<Direction, string> = {
  left: "Move left",
  right: "Move right",
  up: "Move up",
  down: "Move down",
};
const DIRECTIONS = ["left", "right", "up", "down"] as const;

function nudge({ store }: CanvasTools, direction: Direction) {
  const { history, selection, run } = store.getState();
  const by = WAYS[direction];
  const moved = history.present.nodes.flatMap(({ id, position }) =>
    position && selection.nodes.has(id)
      ? [[id, { x: position.x + by.x, y: position.y + by.y }] as const]
      : [],
  );
  run({ type: "move-nodes", args: { positions: Object.fromEntries(moved) } });
}

function goTo({ store }: CanvasTools, direction: Direction) {
  const { history, selection, select } = store.getState();
  const next = walk(history.present, [...selection.nodes][0], direction);
  if (next === undefined) return;
  select([next]);
  document
    .querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(next)}"]`)
    ?.focus({ preventScroll: true });
}

const SELECTION = inSection("Selection", false, [
  {
    id: "select-all",
    title: "Select all steps",
    keys: ["mod+a"],
    run: ({ store }) => store.getState().select(store.getState().history.present.nodes.map(({ id }) => id)),
  },
  {
    id: "select-none",
    title: "Select nothing",
    keys: ["escape"],
    run: ({ store }) => store.getState().select([]),
  },
]);

const GROUPING = inSection("Selection", true, [
  {
    id: "group",
    title: "Group",
    keys: ["mod+g"],
    when: (state) => steps(state).length > 0,
    run: ({ store }) => store.getState().groupSelected(),
  },
]);

const VIEW = inSection("View", false, [
  { id: "search", title: "Find in this flow", keys: ["mod+f"], run: ({ open }) => open("search") },
  {
    id: "palette",
    title: "All commands",
    keys: ["mod+k"],
    byBrowser: true,
    run: ({ open }) => open("palette"),
  },
  { id: "shortcuts", title: "Keyboard shortcuts", keys: ["?"], run: ({ open }) => open("shortcuts") },
  { id: "zoom-in", title: "Zoom in", keys: ["+", "="], run: ({ view }) => void view.zoomIn(QUICK) },
  { id: "zoom-out", title: "Zoom out", keys: ["-"], run: ({ view }) => void view.zoomOut(QUICK) },
  { id: "zoom-100", title: "Zoom to 100 %", keys: ["0"], run: ({ view }) => void view.zoomTo(1, QUICK) },
  { id: "fit", title: "Show the whole flow", keys: ["1"], run: ({ view }) => void view.fitView(FIT) },
  {
    id: "fit-selection",
    title: "Show what is selected",
    keys: ["2"],
    when: some,
    run: ({ view, store }) =>
      void view.fitView({ ...FIT, nodes: [...store.getState().selection.nodes].map((id) => ({ id })) }),
  },
  { id: "map", title: "Show or hide the map", keys: ["m"], run: ({ toggleMap }) => toggleMap() },
]);

export const CANVAS_ACTIONS: readonly CanvasAction[] = [
  ...STEPS,
  ...EDIT,
  ...SELECTION,
  ...DIRECTIONS.map(
    (direction): CanvasAction => ({
      id: `go-${direction}`,
      title: GO_TITLES[direction],
      section: "Selection",
      keys: [`arrow${direction}`],
      changes: false,
      run: (tools) => goTo(tools, direction),
    }),
  ),
  ...DIRECTIONS.map(
    (direction): CanvasAction => ({
      id: `nudge-${direction}`,
      title: NUDGE_TITLES[direction],
      section: "Selection",
      keys: [`shift+arrow${direction}`],
      changes: true,
      when: some,
      run: (tools) => nudge(tools, direction),
    }),
  ),
  ...GROUPING,
  ...(["left", "center", "right", "top", "middle", "bottom", "across", "down"] as const).map(alignment),
  {
    id: "tidy-up",
    title: "Tidy up",
    section: "View",
    keys: ["shift+t"],
    changes: true,
    run: ({ tidyUp }) => tidyUp(),
  },
  ...VIEW,
];

/** What can be done now. */
export function isOffered(action: CanvasAction, state: FlowState & FlowActions): boolean {
  return !(action.changes && state.readOnly) && (action.when?.(state) ?? true);
}

/** The action a key stands for, whether it is offered or not. */
export function actionOf(event: Pick<KeyboardEvent, "key" | "metaKey" | "ctrlKey" | "shiftKey" | "altKey">) {
  const pressed = keyOf(event);
  return CANVAS_ACTIONS.find((action) => !action.byBrowser && action.keys.includes(pressed));
}

/** Signs come with or without Shift, by keyboard; letters and arrows tell it. */
function keyOf({
  key,
  metaKey,
  ctrlKey,
  shiftKey,
  altKey,
}: Pick<KeyboardEvent, "key" | "metaKey" | "ctrlKey" | "shiftKey" | "altKey">): string {
  const name = key.toLowerCase();
  const isSign = name.length === 1 && !/[a-z]/.test(name);
  return [
    metaKey || ctrlKey ? "mod+" : "",
    altKey ? "alt+" : "",
    shiftKey && !isSign ? "shift+" : "",
    name,
  ].join("");
}
