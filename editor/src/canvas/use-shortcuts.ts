/** The keyboard on the canvas: every action's keys; copy, cut and paste by the browser's own events. */
import { useReactFlow } from "@xyflow/react";
import { type RefObject, useEffect, useRef } from "react";
import { type Fragment, isEmpty } from "../document/commands/paste.ts";
import { actionOf, type CanvasTools, isOffered } from "./actions.ts";
import { fragmentFromText, fragmentToText } from "./clipboard.ts";
import { useFlowStore } from "./flow-context.tsx";

/** Where there is text to edit, keys belong to it. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      "input, textarea, select, [contenteditable], [role=dialog], [role=listbox], [role=menu]",
    ) !== null
  );
}

/** Keys that press what has the focus. */
const PRESSING = new Set(["Enter", " "]);

/** @param pointer where the pointer was last over the canvas, on the screen: pasted steps go there */
export function useShortcuts(tools: CanvasTools, pointer: RefObject<{ x: number; y: number } | null>) {
  const latest = useRef(tools);
  useEffect(() => {
    latest.current = tools;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || PRESSING.has(event.key)) return;
      const action = actionOf(event);
      if (!action || (isTyping(event.target) && action.id !== "search")) return;
      if (!isOffered(action, latest.current.store.getState())) return;
      event.preventDefault();
      // React Flow has a meaning of its own for arrows on a focused card.
      event.stopPropagation();
      action.run(latest.current);
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, []);
  useClipboard(pointer);
}

function useClipboard(pointer: RefObject<{ x: number; y: number } | null>) {
  const store = useFlowStore();
  const { screenToFlowPosition } = useReactFlow();
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      if (isTyping(event.target) || !window.getSelection()?.isCollapsed) return;
      const fragment = store.getState().copySelected();
      if (isEmpty(fragment)) return;
      event.clipboardData?.setData("text/plain", fragmentToText(fragment));
      event.preventDefault();
      if (event.type === "cut") store.getState().removeSelected();
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isTyping(event.target)) return;
      const fragment = fragmentFromText(event.clipboardData?.getData("text/plain") ?? "");
      if (!fragment || isEmpty(fragment)) return;
      event.preventDefault();
      const at = pointer.current && screenToFlowPosition(pointer.current);
      store.getState().paste(fragment, at ? offsetTo(fragment, at) : { x: 40, y: 60 });
    };
    document.addEventListener("copy", onCopy);
    document.addEventListener("cut", onCopy);
    document.addEventListener("paste", onPaste);
    return () => {
      document.removeEventListener("copy", onCopy);
      document.removeEventListener("cut", onCopy);
      document.removeEventListener("paste", onPaste);
    };
  }, [store, pointer, screenToFlowPosition]);
}

/** Moves a fragment's upper left corner to a point. */
function offsetTo(fragment: Fragment, to: { x: number; y: number }) {
  const items = [...fragment.nodes, ...(fragment.stickies ?? [])];
  const left = Math.min(...items.map(({ position }) => position?.x ?? 0));
  const top = Math.min(...items.map(({ position }) => position?.y ?? 0));
  return { x: Math.round(to.x - left), y: Math.round(to.y - top) };
}
