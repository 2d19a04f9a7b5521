/** How much larger the signs over the canvas are drawn than the drawing, so that they can be read from further away. */
import { useStore } from "@xyflow/react";
import type { CSSProperties } from "react";
import { useFlow } from "./flow-context.tsx";

/** They would cover the cards. */
const LARGEST = 2.5;
/** In steps: each one draws every sign anew. */
const STEPS = 4;

/** @returns the style of what is around the canvas; nothing while there are no signs */
export function useSigns(): (CSSProperties & Record<"--signs", number>) | undefined {
  const counting = useFlow((state) => state.traffic !== null);
  const size = useStore((state) =>
    counting ? Math.ceil(Math.min(LARGEST, Math.max(1, 0.9 / state.transform[2])) * STEPS) / STEPS : 1,
  );
  return counting ? { "--signs": size } : undefined;
}
