/** What the list of sessions is narrowed by: state, flow and step, age, error. */
import { CloseButton, Group, SegmentedControl, Select } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { flowsQuery } from "../api/queries.ts";
import { useNodeNames } from "../conversations/node-names.ts";
import { STATUS_WORDS } from "../conversations/SessionBadge.tsx";
import { t } from "../i18n/t.ts";
import { type AddressFilter, AGES, STATUSES } from "./address-filter.ts";
import styles from "./SessionsPage.module.css";

const AGE_WORDS: Record<(typeof AGES)[number], string> = {
  // t:
  "1": "Older than an hour",
  "24": "Older than a day",
  "168": "Older than a week",
  "720": "Older than 30 days",
};

interface FiltersProps {
  filter: AddressFilter;
  /** Codes of errors on the page: more are found when the list is narrowed to errors. */
  errors: readonly string[];
  onChange: (changed: Partial<AddressFilter>) => void;
}

export function Filters({ filter, errors, onChange }: FiltersProps) {
  const codes = [...new Set([...errors, ...(filter.error ? [filter.error] : [])])].sort();
  return (
    <Group mb="md" gap="sm" className={styles.filters}>
      <div className={styles.statuses}>
        <SegmentedControl
          size="sm"
          aria-label={t("State")}
          value={filter.live ? "live" : (filter.status ?? "all")}
          onChange={(value) =>
            onChange({
              status: STATUSES.find((status) => status === value),
              live: value === "live" ? "true" : undefined,
              error: value === "Errored" ? filter.error : undefined,
            })
          }
          data={[
            { value: "all", label: t("All") },
            { value: "live", label: t("Under way") },
            ...STATUSES.map((value) => ({ value, label: t(STATUS_WORDS[value]) })),
          ]}
        />
      </div>
      <FlowFilter filter={filter} onChange={onChange} />
      <Select
        aria-label={t("Age")}
        placeholder={t("Any age")}
        clearable
        data={AGES.map((value) => ({ value, label: t(AGE_WORDS[value]) }))}
        value={filter.olderThanHours ?? null}
        onChange={(value) => onChange({ olderThanHours: AGES.find((age) => age === value) })}
      />
      {(filter.status === "Errored" || filter.error) && (
        <Select
          aria-label={t("Error")}
          placeholder={t("Any error")}
          clearable
          data={codes}
          value={filter.error ?? null}
          onChange={(error) => onChange({ error: error ?? undefined })}
        />
      )}
      {filter.flowId && filter.nodeId && (
        <StepFilter
          flowId={filter.flowId}
          nodeId={filter.nodeId}
          onClear={() => onChange({ nodeId: undefined })}
        />
      )}
    </Group>
  );
}

function FlowFilter({ filter, onChange }: Pick<FiltersProps, "filter" | "onChange">) {
  const flows = useInfiniteQuery(flowsQuery);
  const options = flows.data?.pages.flatMap((page) =>
    page.items.map(({ id, name }) => ({ value: id, label: name })),
  );
  return (
    <Select
      aria-label={t("Flow")}
      placeholder={t("Every flow")}
      clearable
      searchable
      data={options ?? []}
      value={filter.flowId ?? null}
      onChange={(flowId) => onChange({ flowId: flowId ?? undefined, nodeId: undefined })}
    />
  );
}

/** Chosen on the canvas: here it is only named and taken away. */
function StepFilter({ flowId, nodeId, onClear }: { flowId: string; nodeId: string; onClear: () => void }) {
  const nameOf = useNodeNames(flowId);
  return (
    <span className={styles.step}>
      {t("At “{place}”", { place: nameOf(nodeId) })}
      <CloseButton size="sm" aria-label={t("At every step")} onClick={onClear} />
    </span>
  );
}
