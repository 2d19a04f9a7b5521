/** One condition: what is asked about, how, and with which value. */
import { ActionIcon, Autocomplete, Select } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { namesQuery } from "../../api/queries.ts";
import { t } from "../../i18n/t.ts";
import { ConditionValue } from "./ConditionValue.tsx";
import { COMPARISONS, type Comparison, SUBJECT_WORDS, SUBJECTS, type Subject } from "./comparisons.ts";
import styles from "./filter.module.css";
import { type ConditionRow, comparisonOf, newRow } from "./filter-rows.ts";

interface ConditionFieldsProps {
  row: ConditionRow;
  /** “condition 2”, for those who do not see where it stands. */
  name: string;
  onChange(row: ConditionRow): void;
  onRemove(): void;
}

export function ConditionFields({ row, name, onChange, onRemove }: ConditionFieldsProps) {
  const names = useQuery(namesQuery);
  const comparison = comparisonOf(row);
  return (
    <div className={styles.condition} data-field={row.subject === "field" || undefined}>
      <Select
        size="xs"
        aria-label={t("{name}: about", { name })}
        data={SUBJECTS.map((subject) => ({ value: subject, label: t(SUBJECT_WORDS[subject]) }))}
        allowDeselect={false}
        searchable
        maxDropdownHeight={380}
        value={row.subject}
        onChange={(subject) => isSubject(subject) && onChange({ ...newRow(subject), key: row.key })}
      />
      {row.subject === "field" && (
        <Autocomplete
          size="xs"
          aria-label={t("{name}: name of the field", { name })}
          placeholder={t("Name of the field")}
          data={names.data?.fields ?? []}
          maxLength={64}
          limit={50}
          value={row.field}
          onChange={(field) => onChange({ ...row, field })}
        />
      )}
      <Select
        size="xs"
        aria-label={t("{name}: comparison", { name })}
        data={comparisonChoices(COMPARISONS[row.subject])}
        allowDeselect={false}
        maxDropdownHeight={380}
        value={comparison.id}
        onChange={(id) => id !== null && onChange(withComparison(row, id))}
      />
      <ConditionValue
        input={comparison.input}
        label={t("{name}: value", { name })}
        value={row.value}
        onChange={(value) => onChange({ ...row, value })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        className={styles.remove ?? ""}
        aria-label={t("Remove {name}", { name })}
        onClick={onRemove}
      >
        <IconX size={15} aria-hidden />
      </ActionIcon>
    </div>
  );
}

const isSubject = (value: string | null): value is Subject => SUBJECTS.some((subject) => subject === value);

/** What was written stays where the other comparison can use it. */
function withComparison(row: ConditionRow, comparison: string): ConditionRow {
  const changed = { ...row, comparison };
  return comparisonOf(changed).input === comparisonOf(row).input ? changed : { ...changed, value: "" };
}

function comparisonChoices(list: readonly Comparison[]) {
  const choice = ({ id, label }: Comparison) => ({ value: id, label: t(label) });
  const groups = [...new Set(list.flatMap(({ group }) => group ?? []))];
  if (groups.length === 0) return list.map(choice);
  return groups.map((group) => ({
    group: t(group),
    items: list.filter((comparison) => comparison.group === group).map(choice),
  }));
}
