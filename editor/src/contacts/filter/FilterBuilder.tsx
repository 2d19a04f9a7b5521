/** Conditions that contacts are found by, one below the other, some in groups. */
import { MAX_CONDITIONS } from "@hilo/server/contract";
import { ActionIcon, Button, Group, SegmentedControl } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { t } from "../../i18n/t.ts";
import { ConditionFields } from "./ConditionFields.tsx";
import styles from "./filter.module.css";
import {
  type ConditionRow,
  type FilterForm,
  isGroup,
  newGroup,
  newRow,
  type RowGroup,
  rowsIn,
} from "./filter-rows.ts";

interface FilterBuilderProps {
  form: FilterForm;
  onChange(form: FilterForm): void;
}

export function FilterBuilder({ form, onChange }: FilterBuilderProps) {
  const setRows = (rows: FilterForm["rows"]) => onChange({ ...form, rows });
  const full = rowsIn(form) >= MAX_CONDITIONS;
  return (
    <div className={styles.builder}>
      {form.rows.length > 1 && (
        <MatchControl
          label={t("How the conditions count")}
          match={form.match}
          onChange={(match) => onChange({ ...form, match })}
        />
      )}
      {form.rows.map((row, i) =>
        isGroup(row) ? (
          <GroupFields
            key={row.key}
            group={row}
            full={full}
            name={t("group {number}", { number: i + 1 })}
            onChange={(next) => setRows(form.rows.with(i, next))}
            onRemove={() => setRows(form.rows.toSpliced(i, 1))}
          />
        ) : (
          <ConditionFields
            key={row.key}
            row={row}
            name={t("condition {number}", { number: i + 1 })}
            onChange={(next) => setRows(form.rows.with(i, next))}
            onRemove={() => setRows(form.rows.toSpliced(i, 1))}
          />
        ),
      )}
      <Group gap={6}>
        <AddButton
          full={full}
          label={t("Add a condition")}
          onClick={() => setRows([...form.rows, newRow()])}
        />
        <AddButton full={full} label={t("Add a group")} onClick={() => setRows([...form.rows, newGroup()])} />
      </Group>
    </div>
  );
}

function AddButton({ full, label, onClick }: { full: boolean; label: string; onClick(): void }) {
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      disabled={full}
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}

interface GroupFieldsProps {
  group: RowGroup;
  full: boolean;
  name: string;
  onChange(group: RowGroup): void;
  onRemove(): void;
}

function GroupFields({ group, full, name, onChange, onRemove }: GroupFieldsProps) {
  const setRows = (rows: ConditionRow[]) => (rows.length === 0 ? onRemove() : onChange({ ...group, rows }));
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{name}</legend>
      <Group justify="space-between" wrap="nowrap">
        <MatchControl
          label={t("How the conditions of {name} count", { name })}
          match={group.match}
          onChange={(match) => onChange({ ...group, match })}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("Remove {name}", { name })}
          onClick={onRemove}
        >
          <IconX size={15} aria-hidden />
        </ActionIcon>
      </Group>
      {group.rows.map((row, i) => (
        <ConditionFields
          key={row.key}
          row={row}
          name={t("{name}, condition {number}", { name, number: i + 1 })}
          onChange={(next) => setRows(group.rows.with(i, next))}
          onRemove={() => setRows(group.rows.toSpliced(i, 1))}
        />
      ))}
      <div>
        <AddButton
          full={full}
          label={t("Add a condition to the group")}
          onClick={() => setRows([...group.rows, newRow()])}
        />
      </div>
    </fieldset>
  );
}

interface MatchControlProps {
  label: string;
  match: "all" | "any";
  onChange(match: "all" | "any"): void;
}

function MatchControl({ label, match, onChange }: MatchControlProps) {
  return (
    <SegmentedControl
      size="xs"
      className={styles.match ?? ""}
      aria-label={label}
      data={[
        { value: "all", label: t("All of these hold") },
        { value: "any", label: t("Any of these holds") },
      ]}
      value={match}
      onChange={(value) => onChange(value === "any" ? "any" : "all")}
    />
  );
}
