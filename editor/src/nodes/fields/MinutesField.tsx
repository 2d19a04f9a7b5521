/** A length of time that is kept in minutes and typed in the unit that suits. */
import { Group, NumberInput, Select, Switch } from "@mantine/core";
import { useState } from "react";
import { t } from "../../i18n/t.ts";
import { inWords } from "./in-words.ts";

const UNITS = [
  // t:
  { value: "1", label: "minutes" },
  { value: "60", label: "hours" },
  { value: "1440", label: "days" },
];
/** As in the format: a year. */
export const MAX_MINUTES = 525_600;

interface DurationInputProps {
  label: string;
  minutes: number;
  onChange(minutes: number): void;
}

export function DurationInput({ label, minutes, onChange }: DurationInputProps) {
  const [unit, setUnit] = useState(() => fittingUnit(minutes));
  const set = (amount: number, per: number) =>
    onChange(Math.min(MAX_MINUTES, Math.max(1, Math.round(amount * per))));
  return (
    <Group gap={6} wrap="nowrap" align="flex-end">
      <NumberInput
        aria-label={label}
        min={1}
        value={minutes / unit}
        onChange={(value) => typeof value === "number" && value > 0 && set(value, unit)}
        w={96}
      />
      <Select
        aria-label={t("{label}: unit", { label })}
        data={inWords(UNITS)}
        value={`${unit}`}
        allowDeselect={false}
        onChange={(value) => {
          const next = Number(value);
          setUnit(next);
          set(minutes / unit, next);
        }}
        w={120}
      />
    </Group>
  );
}

/** The largest unit that gives a whole number. */
function fittingUnit(minutes: number): number {
  if (minutes % 1_440 === 0) return 1_440;
  return minutes % 60 === 0 ? 60 : 1;
}

interface TimeoutFieldProps {
  label: string;
  description: string;
  minutes: number | undefined;
  onChange(minutes: number | undefined): void;
}

/** Off, or a length of time. */
export function TimeoutField({ label, description, minutes, onChange }: TimeoutFieldProps) {
  return (
    <div>
      <Switch
        label={label}
        description={description}
        checked={minutes !== undefined}
        onChange={(event) => onChange(event.currentTarget.checked ? 60 : undefined)}
      />
      {minutes !== undefined && (
        <div style={{ marginTop: 8, paddingLeft: 46 }}>
          <DurationInput label={label} minutes={minutes} onChange={onChange} />
        </div>
      )}
    </div>
  );
}
