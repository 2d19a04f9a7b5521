/** Every way to add a step: dropped from the palette, clicked there, chosen where a connection was let go, or by key. */
import { isNodeType, type NodeType } from "@hilo/flow-engine";
import { type FinalConnectionState, useReactFlow } from "@xyflow/react";
import { type DragEvent, type RefObject, useMemo, useState } from "react";
import type { Size } from "../document/lay-out.ts";
import type { CanvasActions, ScreenPoint } from "./canvas-context.ts";
import { useFlowStore } from "./flow-context.tsx";
import { freePlace, freePort, placeAfter } from "./place-next.ts";
import { STEP_TYPE_MIME } from "./StepTypeButton.tsx";

/** What the chosen step hangs on. */
type PickerTarget = { source: string; port: string } | { edgeId: string } | { replace: string } | null;

/** A card is taller than its head: what is added appears with its head under the pointer. */
const GRIP = { x: 40, y: 26 };

/** @param canvas whose middle is where things go that have no other place */
export function useAdding(sizes: ReadonlyMap<string, Size>, canvas: RefObject<HTMLElement | null>) {
  const store = useFlowStore();
  const { screenToFlowPosition } = useReactFlow();
  const [picker, setPicker] = useState<{ at: ScreenPoint; target: PickerTarget } | null>(null);
  const actions = useMemo<CanvasActions>(() => {
    const open = (at: ScreenPoint, target: PickerTarget) => {
      if (!store.getState().readOnly) setPicker({ at, target });
    };
    return {
      openPicker: open,
      openEdgePicker: (at, edgeId) => open(at, { edgeId }),
      openReplacePicker: (at, nodeId) => open(at, { replace: nodeId }),
    };
  }, [store]);

  const place = (at: ScreenPoint) => {
    const { x, y } = screenToFlowPosition(at);
    return { x: x - GRIP.x, y: y - GRIP.y };
  };
  const pick = (type: NodeType) => {
    if (!picker) return;
    const { at, target } = picker;
    const { add, replace } = store.getState();
    setPicker(null);
    if (target === null) addHere(type, at);
    else if ("replace" in target) replace(target.replace, type);
    else add({ type, position: place(at), ...("edgeId" in target ? target : { from: target }) });
  };
  const addFromPalette = (type: NodeType) => addHere(type, middleOf(canvas.current));
  /** After the selected step when that has a way out to spare, else at the place. */
  const addHere = (type: NodeType, at: ScreenPoint) => {
    const { history, selection, add } = store.getState();
    const doc = history.present;
    const [selected, ...others] = selection.nodes;
    const source = others.length === 0 ? selected : undefined;
    const port = source === undefined ? undefined : freePort(doc, source);
    if (source !== undefined && port !== undefined) {
      add({ type, position: placeAfter(doc, source, sizes), from: { source, port } });
      return;
    }
    add({ type, position: freePlace(doc, place(at), sizes) });
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    const type = event.dataTransfer.getData(STEP_TYPE_MIME);
    if (!isNodeType(type)) return;
    const at = { x: event.clientX, y: event.clientY };
    const edgeId = edgeAt(at);
    store.getState().add({ type, position: place(at), ...(edgeId !== undefined && { edgeId }) });
  };
  /** A connection let go over the void asks what should be there. */
  const onConnectEnd = (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
    const source = state.fromNode?.id;
    const port = state.fromHandle?.id;
    if (state.isValid || state.toNode || source === undefined || !port) return;
    actions.openPicker(pointOf(event), { source, port });
  };
  /** @param at null: the middle of what is seen */
  const openAt = (at: ScreenPoint | null) => {
    if (!store.getState().readOnly) setPicker({ at: at ?? middleOf(canvas.current), target: null });
  };
  const addNote = (at: ScreenPoint | null) =>
    store.getState().addSticky(screenToFlowPosition(at ?? middleOf(canvas.current)));
  return {
    picker,
    actions,
    openAt,
    addNote,
    pick,
    closePicker: () => setPicker(null),
    addFromPalette,
    onDrop,
    onConnectEnd,
  };
}

function middleOf(element: HTMLElement | null): ScreenPoint {
  const box = element?.getBoundingClientRect();
  if (!box) return { x: window.innerWidth / 2, y: window.innerHeight / 2 };
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

/** The edge at a place, also under the buttons that lie on its middle. */
function edgeAt({ x, y }: ScreenPoint): string | undefined {
  const there = document.elementsFromPoint(x, y).map((element) => element.closest(".react-flow__edge"));
  return there.find((edge) => edge !== null)?.getAttribute("data-id") ?? undefined;
}

function pointOf(event: MouseEvent | TouchEvent): ScreenPoint {
  const point = "changedTouches" in event ? event.changedTouches[0] : event;
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
}
