/** The keyboard on the canvas: undo, redo, delete, duplicate, select all; copy, cut and paste by the browser's own events. */
import { useReactFlow } from "@xyflow/react";
import { type RefObject, useEffect } from "react";
import type { Fragment } from "../document/commands/paste.ts";
import type { FlowStore } from "../document/flow-store.ts";
import { fragmentFromText, fragmentToText } from "./clipboard.ts";
import { useFlowStore } from "./flow-context.tsx";

/** Where there is text to edit, keys belong to it. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, [contenteditable], [role=dialog]") !== null
  );
}

/** Returns what the key did; null when it is not ours. */
function shortcut(event: KeyboardEvent, store: FlowStore): (() => void) | null {
  const { undo, redo, removeSelected, duplicateSelected, select, history } = store.getState();
  const command = event.metaKey || event.ctrlKey;
  const key = event.key.toLowerCase();
  if (command && key === "z") return event.shiftKey ? redo : undo;
  if (command && key === "y") return redo;
  if (command && key === "d") return duplicateSelected;
  if (command && key === "a") return () => select(history.present.nodes.map((node) => node.id));
  if (key === "delete" || key === "backspace") return removeSelected;
  if (key === "escape") return () => select([]);
  return null;
}

/** @param pointer where the pointer was last over the canvas, on the screen: pasted steps go there */
export function useShortcuts(pointer: RefObject<{ x: number; y: number } | null>) {
  const store = useFlowStore();
  const { screenToFlowPosition } = useReactFlow();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isTyping(event.target)) return;
      const act = shortcut(event, store);
      if (!act) return;
      event.preventDefault();
      act();
    };
    const onCopy = (event: ClipboardEvent) => {
      if (isTyping(event.target) || !window.getSelection()?.isCollapsed) return;
      const fragment = store.getState().copySelected();
      if (fragment.nodes.length === 0) return;
      event.clipboardData?.setData("text/plain", fragmentToText(fragment));
      event.preventDefault();
      if (event.type === "cut") store.getState().removeSelected();
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isTyping(event.target)) return;
      const fragment = fragmentFromText(event.clipboardData?.getData("text/plain") ?? "");
      if (!fragment || fragment.nodes.length === 0) return;
      event.preventDefault();
      const at = pointer.current && screenToFlowPosition(pointer.current);
      store.getState().paste(fragment, at ? offsetTo(fragment, at) : { x: 40, y: 60 });
    };
    window.addEventListener("keydown", onKeyDown);
    document.addEventListener("copy", onCopy);
    document.addEventListener("cut", onCopy);
    document.addEventListener("paste", onPaste);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("copy", onCopy);
      document.removeEventListener("cut", onCopy);
      document.removeEventListener("paste", onPaste);
    };
  }, [store, pointer, screenToFlowPosition]);
}

/** Moves a fragment's upper left corner to a point. */
function offsetTo(fragment: Fragment, to: { x: number; y: number }) {
  const left = Math.min(...fragment.nodes.map((node) => node.position?.x ?? 0));
  const top = Math.min(...fragment.nodes.map((node) => node.position?.y ?? 0));
  return { x: Math.round(to.x - left), y: Math.round(to.y - top) };
}
