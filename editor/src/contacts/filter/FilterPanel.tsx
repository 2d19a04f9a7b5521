/** The filter that is worked on: its conditions, and saving them under a name. */
import type { ContactFilter, Segment } from "@hilo/server/contract";
import { Button, Paper } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { notifyDone, notifyError } from "../../api/notify.ts";
import { segmentsQuery } from "../../api/queries.ts";
import { t } from "../../i18n/t.ts";
import { useMe } from "../../shell/use-me.ts";
import { FilterBuilder } from "./FilterBuilder.tsx";
import styles from "./filter.module.css";
import { EVERYBODY } from "./filter-in-address.ts";
import { filterOf, formOf, newRow } from "./filter-rows.ts";
import { SegmentName } from "./SegmentName.tsx";

interface FilterPanelProps {
  /** What the address says; null: as the segment is saved. */
  filter: ContactFilter | null;
  segment: Segment | undefined;
  onChange(filter: ContactFilter | null): void;
  onSaved(segment: Segment): void;
  onClear(): void;
}

export function FilterPanel({ filter, segment, onChange, onSaved, onClear }: FilterPanelProps) {
  const role = useMe()?.role;
  const [form, setForm] = useState(() => {
    const made = formOf(filter ?? segment?.filter ?? null);
    return made.rows.length > 0 ? made : { ...made, rows: [newRow()] };
  });
  const [naming, setNaming] = useState(false);
  const made = filterOf(form);
  return (
    <Paper withBorder className={styles.panel} component="section" aria-label={t("Filter")}>
      <FilterBuilder
        form={form}
        onChange={(next) => {
          setForm(next);
          onChange(changeOf(filterOf(next), segment));
        }}
      />
      <div className={styles.foot}>
        {role !== undefined && role !== "viewer" && (
          <>
            {segment && filter && <SaveChanges segment={segment} filter={filter} onSaved={onSaved} />}
            <Button variant="default" size="xs" disabled={made === null} onClick={() => setNaming(true)}>
              {t("Save as a segment…")}
            </Button>
          </>
        )}
        <Button variant="subtle" color="gray" size="xs" onClick={onClear}>
          {t("Clear the filter")}
        </Button>
      </div>
      {naming && made && (
        <SegmentName
          title={t("Save as a segment")}
          save={(name) => api.segments.create({ name, filter: made })}
          onSaved={onSaved}
          onClose={() => setNaming(false)}
        />
      )}
    </Paper>
  );
}

/** Null as long as it is what the segment has. */
function changeOf(made: ContactFilter | null, segment: Segment | undefined): ContactFilter | null {
  if (!segment) return made;
  const next = made ?? EVERYBODY;
  return JSON.stringify(next) === JSON.stringify(segment.filter) ? null : next;
}

interface SaveChangesProps {
  segment: Segment;
  filter: ContactFilter;
  onSaved(segment: Segment): void;
}

function SaveChanges({ segment, filter, onSaved }: SaveChangesProps) {
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () => api.segments.update({ id: segment.id, filter }),
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: segmentsQuery.queryKey });
      notifyDone(t("Saved"));
      onSaved(saved);
    },
    onError: (thrown) => notifyError(t("The segment was not saved"), thrown),
  });
  return (
    <Button size="xs" loading={save.isPending} onClick={() => save.mutate()}>
      {t("Save “{name}”", { name: segment.name })}
    </Button>
  );
}
