/** Draft, published, or published with changes that customers don't see yet. */
import type { FlowSummary } from "@hilo/server/contract";
import { Badge } from "@mantine/core";

export function FlowStateBadge({ flow }: { flow: Pick<FlowSummary, "published" | "changed"> }) {
  if (!flow.published) {
    return (
      <Badge variant="default" size="md">
        Draft
      </Badge>
    );
  }
  if (flow.changed) {
    return (
      <Badge variant="light" color="yellow.8" size="md">
        Version {flow.published.number} · changes not published
      </Badge>
    );
  }
  return (
    <Badge variant="light" color="teal" size="md">
      Version {flow.published.number} published
    </Badge>
  );
}
