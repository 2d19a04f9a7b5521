/** The problems in the server's refusal to publish. */
import type { Problem } from "@hilo/flow-engine";
import { z } from "zod";

const problemSchema = z.object({
  code: z.string(),
  severity: z.enum(["error", "warning", "info"]).default("error"),
  nodeId: z.string().optional(),
  message: z.string(),
});

/** Issues that are no problems of a flow are left out. */
export function problemsOf(issues: readonly unknown[]): Problem[] {
  return issues.flatMap((issue) => {
    const parsed = problemSchema.safeParse(issue);
    if (!parsed.success) return [];
    const { nodeId, ...problem } = parsed.data;
    return [{ ...problem, ...(nodeId !== undefined && { nodeId }) }];
  });
}
