/** A list of triggers that match: whose flow, and the reason in a sentence. */
import type { TriggerExplanation } from "@hilo/server/contract";
import { Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { flowQuery, flowsQuery } from "../api/queries.ts";
import styles from "./ExplainedTriggers.module.css";
import { reasonWords } from "./reason-words.ts";

type Explained = TriggerExplanation["candidates"][number];

interface ExplainedTriggersProps {
  title: string;
  triggers: readonly Explained[];
  strong?: boolean;
}

export function ExplainedTriggers({ title, triggers, strong = false }: ExplainedTriggersProps) {
  if (triggers.length === 0) return null;
  return (
    <section aria-label={title}>
      <Text size="xs" fw={600} c="dimmed" mb={4}>
        {title}
      </Text>
      <ol className={styles.list}>
        {triggers.map((trigger, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a flow may match by several of its triggers
          <li key={i} className={styles.item} data-strong={strong || undefined}>
            <FlowLink id={trigger.flowId} />
            <Text size="sm">{reasonWords(trigger.reason)}</Text>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** From the list when it has the flow; else it is asked for. */
export function FlowLink({ id }: { id: string }) {
  const listed = useInfiniteQuery(flowsQuery)
    .data?.pages.flatMap((page) => page.items)
    .find((flow) => flow.id === id);
  const asked = useQuery({ ...flowQuery(id), enabled: !listed });
  return (
    <Link to={`/flows/${id}`} className={styles.flow}>
      {listed?.name ?? asked.data?.name ?? "…"}
    </Link>
  );
}
