/** What parts of the canvas ask of it. */
import { createContext, useContext } from "react";

export interface ScreenPoint {
  x: number;
  y: number;
}

export interface CanvasActions {
  /** Opens the list of step types at a place on the screen; what is chosen hangs on the port. */
  openPicker(at: ScreenPoint, from: { source: string; port: string }): void;
  /** The same for the middle of an edge. */
  openEdgePicker(at: ScreenPoint, edgeId: string): void;
  /** The same for another type in the place of a step. */
  openReplacePicker(at: ScreenPoint, nodeId: string): void;
}

export const CanvasContext = createContext<CanvasActions | null>(null);

export function useCanvas(): CanvasActions {
  const actions = useContext(CanvasContext);
  if (!actions) throw new Error("this component belongs on the canvas");
  return actions;
}
