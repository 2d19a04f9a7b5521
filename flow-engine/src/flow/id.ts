/** Stable names of nodes, edges and options, chosen by authors or the editor. Never positions or labels. */
import { z } from "zod";

export const idSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/, "use letters, digits, _ and - only");
