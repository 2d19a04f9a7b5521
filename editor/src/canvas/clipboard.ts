/** Steps on the clipboard, as text, so that they can go from one flow, tab or machine to another. */
import { flowSchema } from "@hilo/flow-engine";
import { z } from "zod";
import { stickySchema } from "../document/board.ts";
import type { Fragment } from "../document/commands/paste.ts";

const fragmentSchema = z.object({
  format: z.literal("hilo.steps/1"),
  nodes: flowSchema.shape.nodes,
  edges: flowSchema.shape.edges,
  stickies: z.array(stickySchema).optional(),
});

export function fragmentToText(fragment: Fragment): string {
  return JSON.stringify({ format: "hilo.steps/1", ...fragment });
}

/** Null when the clipboard holds something else. */
export function fragmentFromText(text: string): Fragment | null {
  try {
    return fragmentSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
