/** One open flow: its history, what is selected, what is wrong with it, and where a session walks. No React. */
import type { Problem } from "@hilo/flow-engine";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Traffic } from "../traffic/step-traffic.ts";
import { boardOf, nextBoardId } from "./board.ts";
import type { Command } from "./commands/index.ts";
import { copyFragment, type Fragment, isEmpty, pastedIds } from "./commands/paste.ts";
import type { Mark } from "./diff-documents.ts";
import type { FlowDocument } from "./flow-document.ts";
import { type History, newHistory, redo, run, takeOver, undo } from "./history.ts";
import { nextNodeId } from "./ids.ts";
import { type LitPath, NOTHING_LIT } from "./lit-path.ts";
import type { NodeClash } from "./merge/merge-documents.ts";
import { rebase } from "./merge/rebase.ts";

export interface Selection {
  /** Steps, and the notes and groups beside them. */
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
}

export interface FlowState {
  history: History;
  selection: Selection;
  problems: readonly Problem[];
  lit: LitPath;
  /** What is new, gone or different, by the id of a step or an edge, while two versions are compared. */
  marks: ReadonlyMap<string, Mark>;
  /** Where people are and go, while that lies over the canvas. */
  traffic: Traffic | null;
  readOnly: boolean;
}

export interface FlowActions {
  /** Changes the document, as one step of undo. Nothing happens while it is read-only. */
  run(command: Command): void;
  undo(): void;
  redo(): void;
  select(nodes: Iterable<string>, edges?: Iterable<string>): void;
  /** Adds a step and selects it. Returns its id. */
  add(node: {
    type: string;
    position: Point;
    from?: { source: string; port: string };
    edgeId?: string;
  }): string;
  /** Another type of step in the place of one; selected. */
  replace(nodeId: string, type: string): void;
  /** Adds a note and selects it. */
  addSticky(position: Point): void;
  groupSelected(): void;
  removeSelected(): void;
  duplicateSelected(): void;
  copySelected(): Fragment;
  paste(fragment: Fragment, offset: Point): void;
  /** Another document in place of this one, as an older version: one step of undo. */
  takeOver(doc: FlowDocument, title: string): void;
  /** Somebody else's changes come in under mine. Returns what both wrote. */
  rebase(base: FlowDocument, theirs: FlowDocument): readonly NodeClash[];
  setProblems(problems: readonly Problem[]): void;
  setLit(lit: LitPath): void;
  setTraffic(traffic: Traffic | null): void;
  setReadOnly(readOnly: boolean): void;
}

export type FlowStore = StoreApi<FlowState & FlowActions>;
type Point = { x: number; y: number };

const NONE: Selection = { nodes: new Set(), edges: new Set() };

/** @param clock milliseconds since the epoch; bursts of typing are told apart by it */
export function createFlowStore(doc: FlowDocument, clock: () => number = Date.now): FlowStore {
  return createStore((set, get) => {
    const runCommand = (command: Command) => {
      if (!get().readOnly) set({ history: run(get().history, command, clock()) });
    };
    const travel = (move: (history: History) => History) => {
      if (get().readOnly) return;
      const history = move(get().history);
      set({ history, selection: stillThere(get().selection, history.present) });
    };
    const select = (nodes: Iterable<string>, edges: Iterable<string> = []) =>
      set({ selection: { nodes: new Set(nodes), edges: new Set(edges) } });
    return {
      history: newHistory(doc),
      selection: NONE,
      problems: [],
      lit: NOTHING_LIT,
      marks: new Map(),
      traffic: null,
      readOnly: false,
      run: runCommand,
      undo: () => travel(undo),
      redo: () => travel(redo),
      select,
      add({ edgeId, from, ...node }) {
        const id = nextNodeId(get().history.present);
        if (edgeId !== undefined) runCommand({ type: "insert-on-edge", args: { ...node, id, edgeId } });
        else runCommand({ type: "add-node", args: { ...node, id, ...(from && { from }) } });
        select([id]);
        return id;
      },
      replace(nodeId, type) {
        const id = nextNodeId(get().history.present);
        runCommand({ type: "replace-node", args: { nodeId, id, type } });
        if (get().history.present.nodes.some((node) => node.id === id)) select([id]);
      },
      addSticky(position) {
        const id = nextBoardId(get().history.present, "s");
        runCommand({ type: "add-sticky", args: { position } });
        if (!get().readOnly) select([id]);
      },
      groupSelected() {
        const id = nextBoardId(get().history.present, "g");
        runCommand({ type: "group", args: { nodeIds: [...get().selection.nodes] } });
        if (boardOf(get().history.present).groups.some((group) => group.id === id)) select([id]);
      },
      removeSelected() {
        const { nodes, edges } = get().selection;
        runCommand({ type: "remove", args: { nodeIds: [...nodes], edgeIds: [...edges] } });
        set({ selection: stillThere(get().selection, get().history.present) });
      },
      duplicateSelected() {
        const { present } = get().history;
        const fragment = copyFragment(present, get().selection.nodes);
        if (isEmpty(fragment)) return;
        runCommand({ type: "duplicate", args: { nodeIds: [...get().selection.nodes] } });
        select(pastedIds(present, fragment));
      },
      copySelected: () => copyFragment(get().history.present, get().selection.nodes),
      paste(fragment, offset) {
        const ids = pastedIds(get().history.present, fragment);
        runCommand({ type: "paste", args: { fragment, offset } });
        select(ids);
      },
      takeOver(next, title) {
        if (get().readOnly) return;
        const history = takeOver(get().history, next, title);
        set({ history, selection: stillThere(get().selection, next) });
      },
      rebase(base, theirs) {
        const { history, clashes, renamed } = rebase(get().history, base, theirs);
        const { nodes, edges } = get().selection;
        const selection = { nodes: new Set([...nodes].map((id) => renamed.get(id) ?? id)), edges };
        set({ history, selection: stillThere(selection, history.present) });
        return clashes;
      },
      setProblems: (problems) => set({ problems }),
      setLit: (lit) => set({ lit }),
      setTraffic: (traffic) => set({ traffic }),
      setReadOnly: (readOnly) => set({ readOnly }),
    };
  });
}

/** A selection never names what an undo took away. */
function stillThere(selection: Selection, doc: FlowDocument): Selection {
  const { stickies, groups } = boardOf(doc);
  const nodes = new Set([...doc.nodes, ...stickies, ...groups].map((item) => item.id));
  const edges = new Set(doc.edges.map((edge) => edge.id));
  return {
    nodes: new Set([...selection.nodes].filter((id) => nodes.has(id))),
    edges: new Set([...selection.edges].filter((id) => edges.has(id))),
  };
}
