/** A wish to play the flow from a step, told by the step's form to the simulator. */
import { create } from "zustand";

interface PlayFrom {
  /** The step; null: nothing is wished. */
  nodeId: string | null;
}

export const usePlayFrom = create<PlayFrom>(() => ({ nodeId: null }));

export const playFrom = (nodeId: string): void => usePlayFrom.setState({ nodeId });
export const playFromNowhere = (): void => usePlayFrom.setState({ nodeId: null });
