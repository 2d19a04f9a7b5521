/** A phone beside the canvas: write as a customer and see what the published flows, or this draft, answer. */
import type { SimulatorStep } from "./simulator-step.ts";

export interface SimulatorPanelProps {
  /** The flow on the canvas; without it, "Run this draft" is not offered. */
  flowId?: string;
  /** Called with each step of the phone's session, and with null when the chat begins anew. */
  onPath?: (step: SimulatorStep | null) => void;
  onClose: () => void;
}

export function SimulatorPanel(_props: SimulatorPanelProps) {
  return null;
}
