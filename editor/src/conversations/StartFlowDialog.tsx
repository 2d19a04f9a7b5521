/** Begins a published flow in the conversation. */
import type { FlowSummary } from "@hilo/server/contract";
import { Select, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { flowsQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { FormDialog } from "../shell/FormDialog.tsx";

interface StartFlowDialogProps {
  /** The flow that would be ended by it. */
  running: string | null;
  onStart(flowId: string): void;
  onClose(): void;
}

const isPublished = ({ published }: FlowSummary) => published !== null;

export function StartFlowDialog({ running, onStart, onClose }: StartFlowDialogProps) {
  const flows = useInfiniteQuery(flowsQuery);
  const published = (flows.data?.pages.flatMap(({ items }) => items) ?? []).filter(isPublished);
  const [flowId, setFlowId] = useState<string | null>(null);
  return (
    <FormDialog
      title={t("Start a flow")}
      submit={t("Start it")}
      blocked={flowId === null}
      onSubmit={() => {
        if (flowId) onStart(flowId);
      }}
      onClose={onClose}
    >
      <Select
        label={t("Flow")}
        placeholder={flows.isSuccess && published.length === 0 ? t("None is published") : t("Choose a flow")}
        searchable
        openOnFocus={false}
        data-autofocus
        data={published.map(({ id, name }) => ({ value: id, label: name }))}
        value={flowId}
        onChange={setFlowId}
      />
      <Text size="sm" c="dimmed">
        {running
          ? t("The bot answers again, and what runs now, “{flow}”, ends.", { flow: running })
          : t("The bot answers again, from the first step of the flow.")}
      </Text>
    </FormDialog>
  );
}
