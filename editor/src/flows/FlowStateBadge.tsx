/** Draft, published, or published with changes that customers don't see yet. */
import type { FlowSummary } from "@hilo/server/contract";
import { StatusPill } from "../shell/StatusPill.tsx";

export function FlowStateBadge({ flow }: { flow: Pick<FlowSummary, "published" | "changed"> }) {
  if (!flow.published) return <StatusPill tone="quiet">Draft</StatusPill>;
  const { number } = flow.published;
  if (flow.changed) return <StatusPill tone="warn">Version {number}, changes not published</StatusPill>;
  return <StatusPill tone="good">Version {number} published</StatusPill>;
}
